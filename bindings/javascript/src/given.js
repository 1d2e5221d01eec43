/**
 * What callers hand over as objects: read whole, or refused. What is not known is never passed
 * over, since it was meant to say something.
 */

/** Whether a value is an object of keys and values, and of no class. */
export function isPlain(given) {
    if (typeof given !== 'object' || given === null) {
        return false;
    }
    const prototype = Object.getPrototypeOf(given);
    // An object of another realm (a worker, a frame) has another Object.prototype.
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What a value is, for a message. */
export function kindOf(given) {
    if (given === null || typeof given !== 'object') {
        return String(given);
    }
    return isPlain(given)
        ? `{${Object.keys(given).join(', ')}}`
        : `a ${given.constructor?.name ?? 'object'}`;
}

/**
 * Refuses options that are not known.
 * @param {string} name of the call, for the message
 * @param {unknown} given
 * @param {string[]} known
 * @returns {object} the options
 */
export function readOptions(name, given, known) {
    if (given === undefined) {
        return {};
    }
    if (!isPlain(given)) {
        throw new TypeError(`${name}: options are an object, not ${kindOf(given)}.`);
    }
    for (const key of Object.keys(given)) {
        if (!known.includes(key)) {
            throw new TypeError(
                `${name}: there is no option "${key}", but ${known.join(', ')}.`,
            );
        }
    }
    return given;
}

/**
 * Pairs of keys and values: of a plain object, or of what can be walked pair by pair.
 * @param {string} what what the pairs are, for the message
 * @param {unknown} given
 * @returns {[unknown, unknown][]}
 */
export function readPairs(what, given) {
    if (typeof given === 'object' && given !== null) {
        if (typeof given[Symbol.iterator] === 'function' && !(given instanceof String)) {
            return Array.from(given, (pair) => {
                if (!Array.isArray(pair) || pair.length !== 2) {
                    throw new TypeError(`${what} are walked in pairs, not as ${kindOf(pair)}.`);
                }
                return pair;
            });
        }
        if (isPlain(given)) {
            return Object.entries(given);
        }
    }
    throw new TypeError(`${what} are an object by fields, or pairs, not ${kindOf(given)}.`);
}

/** The names of a range's ends: those of the library's JSON, and in full. */
const ENDS = new Map([
    ['min', 'minimum'],
    ['minimum', 'minimum'],
    ['max', 'maximum'],
    ['maximum', 'maximum'],
]);

/**
 * The ends of a range, `{min, max}` or `{minimum, maximum}`; one may be left out.
 * @param {string} field for messages
 * @param {unknown} given
 * @returns {{minimum?: number, maximum?: number}}
 */
export function readRange(field, given) {
    const keys = isPlain(given) ? Object.keys(given) : [];
    const range = {};
    for (const key of keys) {
        const end = ENDS.get(key);
        if (end === undefined || end in range) {
            break;
        }
        range[end] = given[key];
    }
    if (keys.length === 0 || Object.keys(range).length !== keys.length) {
        throw new TypeError(
            `${field}: a list of values or a range {min, max} is needed, not ${kindOf(given)}.`,
        );
    }
    for (const [end, value] of Object.entries(range)) {
        if (!Number.isInteger(value) || Math.abs(value) > 0x7fffffff) {
            throw new TypeError(
                `${field}: the ${end} of a range is an integer, not ${kindOf(value)}.`,
            );
        }
    }
    return range;
}
