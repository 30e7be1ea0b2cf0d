import type { SpokenLayer } from '../layer.ts';
import type { Random } from '../random.ts';
import { sides } from './sides.ts';

/** `named`: whether the number of dimensions is said elsewhere, so that one number can stand for all sides. */
export function kernelSpellings({ kernel }: SpokenLayer, named: boolean, random: Random): readonly string[] {
  const said = sides(kernel, random);
  const tight = kernel.join('x');
  const [side] = kernel;
  const equal = kernel.every((other) => other === side);
  const one = equal && (named || kernel.length === 2);
  return [
    ...(kernel.length > 1
      ? [
          said,
          said,
          tight,
          tight,
          `a ${said} kernel`,
          `${said} kernel`,
          `${said} kernels`,
          `with a ${said} filter`,
          `with ${said} kernels`,
          `kernel ${tight}`,
          `kernel=${tight}`,
          `kernel size ${tight}`,
          `kernel of ${said}`,
          `kernel size of ${said}`,
          `kernel_size=(${kernel.join(', ')})`,
          `kernel (${kernel.join(', ')})`,
          `k=${tight}`,
          `filter size ${tight}`,
          `window ${tight}`,
          `${said} window`,
        ]
      : []),
    ...(one
      ? [
          `kernel ${side}`,
          `kernel=${side}`,
          `kernel: ${side}`,
          `kernel of ${side}`,
          `kernel size ${side}`,
          `kernel size of ${side}`,
          `kernel size is ${side}`,
          `with kernel size ${side}`,
          `with a kernel of ${side}`,
          `kernel_size=${side}`,
          `k${side}`,
          `k=${side}`,
          `K=${side}`,
          `ks=${side}`,
          `filter size ${side}`,
        ]
      : []),
  ];
}
