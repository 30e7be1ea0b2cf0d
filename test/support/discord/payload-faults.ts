import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { commandFaults, isJson, type Json, messageFaults, modalFaults } from './total-faults.ts';

type Schema = typeof MessageCreateRequestSchema;

/** Discord's own schema and the totals that it lacks, by what is sent. An empty list where Discord takes it. */
export function callbackFaults(response: unknown): string[] {
  if (!isJson(response)) return ['no object'];
  const { type, data } = response;
  const content = isJson(data) ? data : {};
  switch (type) {
    case 1:
      return schemaFaults(PongInteractionCallbackRequestSchema, response);
    case 4:
      return [
        ...schemaFaults(CreateMessageInteractionCallbackRequestSchema, response),
        ...messageFaults(content),
      ];
    case 6:
      return schemaFaults(UpdateMessageInteractionCallbackRequestSchema, response);
    case 7:
      return [
        ...schemaFaults(UpdateMessageInteractionCallbackRequestSchema, response),
        ...messageFaults(content),
      ];
    case 8:
      return schemaFaults(ApplicationCommandAutocompleteCallbackRequestSchema, response);
    case 9:
      return [...schemaFaults(ModalInteractionCallbackRequestSchema, response), ...modalFaults(content)];
    default:
      return [`a response of type ${type}`];
  }
}

export function newMessageFaults(message: Json): string[] {
  return [...schemaFaults(MessageCreateRequestSchema, message), ...messageFaults(message)];
}

export function editedMessageFaults(message: Json): string[] {
  return [...schemaFaults(MessageEditRequestPartialSchema, message), ...messageFaults(message)];
}

export function commandsFaults(commands: unknown): string[] {
  if (!Array.isArray(commands)) return ['no list of commands'];
  return commands.flatMap((command) => [
    ...schemaFaults(ApplicationCommandUpdateRequestSchema, command),
    ...(isJson(command) ? commandFaults(command) : []),
  ]);
}

function schemaFaults(schema: Schema, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return error ? [error.message] : [];
}
