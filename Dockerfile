# The service in an image of its own: docker build --tag convparams . && docker run --env-file .env --publish 3000:3000 convparams
FROM node:22.23.3-bookworm-slim AS build
WORKDIR /convparams
# Packages are installed anew where these change, and not with every change of the code. esbuild's own script
# checks its binary; the package's `prepare` would need the code that is not there yet.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.types.json ./
COPY scripts ./scripts
COPY src ./src
COPY adapters ./adapters
RUN npm run build:js && npm run build:web

FROM node:22.23.3-bookworm-slim
LABEL org.opencontainers.image.title="convparams" org.opencontainers.image.licenses="MIT"
WORKDIR /convparams
COPY LICENSE package.json ./
COPY --from=build /convparams/dist ./dist
# The user that the image brings. A number lets a cluster see that it is not root.
USER 1000:1000
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 NODE_OPTIONS=--enable-source-maps
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without a shell or npm between, so that the process itself is told to stop.
CMD ["node", "dist/service/main.js"]
