// The library that the tests ask: BACKEND and LIBRARY of the environment.
import { load } from '../src/index.js';

const { SACRALMET_BACKEND: backend = 'native', SACRALMET_LIBRARY: library } = process.env;

/** Options of load(). */
export const options = { backend, library };

/** The loaded library. */
export const sacralmet = await load(options);

/** What an error must be to pass assert.throws. */
export const refusal = (status, field, message) => (error) =>
    error instanceof Error &&
    error.name === 'SacralmetError' &&
    error.status === status &&
    error.field === field &&
    message.test(error.message);
