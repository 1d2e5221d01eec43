import { SacralmetError } from './errors.js';
import { isPlain, kindOf, readPairs, readRange } from './given.js';
import { Handle, makeDisposable } from './handle.js';
import { readScore } from './score.js';

/**
 * What is known of a patient at one decision. Each field holds the values that are still
 * possible; one that was never touched holds all of them. Unknown is not "no".
 */
export class BaseRecord {
    #core;
    #catalog;
    #handle;
    #Assessment;

    /**
     * @param {object} library what the binding keeps for a loaded library
     * @param {object|Iterable|BaseRecord} [entries] facts: `{karnofsky: 60, escc: '2'}`, with what
     *     the library's JSON of a record may hold; pairs; or a record to copy
     */
    constructor(library, entries) {
        const { core } = library;
        this.#core = core;
        this.#catalog = library.catalog;
        this.#Assessment = library.Assessment;
        const address = entries instanceof BaseRecord ? entries.#copyFor(core) : core.newRecord();
        this.#handle = new Handle(address, core.functions.smet_record_free, 'record');
        if (entries === undefined || entries === null || entries instanceof BaseRecord) {
            return;
        }
        try {
            const isObject = isPlain(entries) && typeof entries[Symbol.iterator] !== 'function';
            for (const [field, value] of readPairs('Facts', entries)) {
                // As in the library's JSON, such keys are the caller's own.
                if (!isObject || !field.startsWith('_')) {
                    this.#enter(field, value);
                }
            }
        } catch (error) {
            this.dispose();
            throw error;
        }
    }

    #copyFor(core) {
        const copy = core.functions.smet_record_copy(this.addressFor(core));
        if (copy === 0) {
            throw new SacralmetError('There is no memory.', { status: 'SMET_ERROR_NO_MEMORY' });
        }
        return copy;
    }

    #enter(field, value) {
        if (value === null || typeof value !== 'object') {
            this.set(field, value);
        } else {
            this.narrow(field, value);
        }
    }

    /**
     * The address of the record, for other parts of the binding. It means something to the library
     * alone that made it.
     * @param {import('./core.js').Core} core who asks
     * @returns {number}
     * @internal
     */
    addressFor(core) {
        if (core !== this.#core) {
            throw new TypeError('A record goes only to the loaded library that made it.');
        }
        return this.#handle.address;
    }

    /**
     * The number of a field.
     * @param {string} field
     * @returns {number}
     */
    #number(field) {
        return fieldNumber(this.#core, field);
    }

    /**
     * Enters a value: of those still possible, only this one stays.
     * @param {string} field key of the field
     * @param {string|number|bigint|boolean|null|undefined} value key of an option, never its
     *     number; an integer; true or false for yes and no; null and undefined say nothing. A text
     *     may also hold alternatives, `'S1|S2'`, or a range, `'40..60'`, as in a table of the
     *     library; an empty one says nothing.
     * @returns {this}
     * @throws {SacralmetError} where it is refused; the record is as it was
     */
    set(field, value) {
        const address = this.#handle.address;
        this.#core.setText(
            address,
            fieldKey(field),
            cellText(this.#core, this.#catalog, field, value),
        );
        return this;
    }

    /**
     * Narrows a field: of the values still possible, only these stay.
     * @param {string} field key of the field
     * @param {Iterable<string|number|boolean>|{min?: number, max?: number}|{minimum?: number,
     *     maximum?: number}} values keys of options or integers; or a range of integers, with both
     *     of its ends. An object that is neither is refused
     * @returns {this}
     * @throws {SacralmetError} where it is refused; the record is as it was
     */
    narrow(field, values) {
        const address = this.#handle.address;
        const number = this.#number(field);
        const { functions } = this.#core;
        if (
            typeof values !== 'object' ||
            values === null ||
            values instanceof String ||
            typeof values[Symbol.iterator] !== 'function'
        ) {
            const info = this.#catalog.field(number);
            const { minimum = info.minimum, maximum = info.maximum } = readRange(field, values);
            this.#core.guard((error) =>
                functions.smet_record_narrow_range(address, number, minimum, maximum, error),
            );
            return this;
        }
        const numbers = Array.from(values, (value) =>
            valueNumber(this.#core, this.#catalog, field, value),
        );
        const room = this.#core.room('values', Math.max(4 * numbers.length, 4));
        new Int32Array(room.buffer, room.start, numbers.length).set(numbers);
        this.#core.guard((error) =>
            functions.smet_record_narrow(address, number, room.address, numbers.length, error),
        );
        return this;
    }

    /**
     * Forgets what was entered in a field.
     * @param {string} field key of the field
     * @returns {this}
     */
    clear(field) {
        const address = this.#handle.address;
        this.#core.check(this.#core.functions.smet_record_clear(address, this.#number(field)));
        return this;
    }

    /**
     * The values of a field that are still possible, as entered.
     * @param {string} field key of the field
     * @returns {(string|number)[]} keys of options, or integers
     */
    values(field) {
        const number = this.#number(field);
        return this.#core
            .list('smet_record_values', this.#handle.address, number)
            .map((it) => this.#catalog.value(number, it));
    }

    /**
     * Whether fewer values of a field are possible than it has.
     * @param {string} field key of the field
     * @returns {boolean}
     */
    isEntered(field) {
        const number = this.#number(field);
        return this.#core.functions.smet_record_is_entered(this.#handle.address, number) !== 0;
    }

    /**
     * Whether a value is still possible, as entered.
     * @param {string} field key of the field
     * @param {string|number|boolean} value key of an option, or an integer
     * @returns {boolean}
     */
    isPossible(field, value) {
        const address = this.#handle.address;
        const number = this.#number(field);
        const wanted = valueNumber(this.#core, this.#catalog, field, value);
        return this.#core.functions.smet_record_is_possible(address, number, wanted) !== 0;
    }

    /**
     * What was entered, in the order of the record. A record can be made of it again.
     * @returns {[string, (string|number)[]][]} fields and the values still possible
     */
    entries() {
        return this.#core
            .vocabulary('field')
            .keys()
            .filter((field) => this.isEntered(field))
            .map((field) => [field, this.values(field)]);
    }

    /** What was entered, pair by pair. */
    [Symbol.iterator]() {
        return this.entries()[Symbol.iterator]();
    }

    /** What was entered, as a plain object. */
    toJSON() {
        return Object.fromEntries(
            this.entries().map(([field, values]) => [
                field,
                values.length === 1 ? values[0] : values,
            ]),
        );
    }

    /**
     * Scores the record with one instrument.
     * @param {string} instrument key of the instrument
     */
    score(instrument) {
        return readScore(this.#core, this.#catalog, this.#handle.address, instrument);
    }

    /**
     * Assesses the record.
     * @returns {import('./assessment.js').BaseAssessment}
     */
    assess() {
        return new (this.#Assessment())(this);
    }

    /** Gives its memory back at once. Whoever does not call it leaves that to the collector. */
    dispose() {
        this.#handle.dispose();
    }
}

makeDisposable(BaseRecord);

function fieldKey(field) {
    if (typeof field !== 'string') {
        throw new TypeError(`A field is named by its key, not by ${typeof field}.`);
    }
    return field;
}

/**
 * The number of a field, or the library's own error.
 * @param {import('./core.js').Core} core
 * @param {string} field
 * @returns {number}
 */
export function fieldNumber(core, field) {
    const number = core.vocabulary('field').number(fieldKey(field));
    if (number === null) {
        core.setText(core.trial, field, '');
    }
    return number;
}

/** What stands for a value in a table of the library. */
function cellText(core, catalog, field, value) {
    switch (typeof value) {
        case 'string':
            return value;
        case 'number':
        case 'bigint':
            return String(value);
        case 'undefined':
            return '';
        case 'boolean': {
            const info = catalog.field(fieldNumber(core, field));
            if (info.kind === 'yes_no') {
                return info.values.find((it) => it.number === Number(value)).key;
            }
            throw new SacralmetError(`${field}: ${value} is for questions of yes and no alone.`, {
                status: 'SMET_ERROR_WRONG_KIND',
                field,
            });
        }
        default:
            if (value === null) {
                return '';
            }
            throw new TypeError(
                `${field}: a value is a text, an integer or a boolean, not ${kindOf(value)}.`,
            );
    }
}

/**
 * The number of one value that is named by its key or is an integer; or the library's error.
 * @param {import('./core.js').Core} core
 * @param {import('./catalog.js').Catalog} catalog
 * @param {string} field
 * @param {unknown} value
 * @returns {number}
 */
export function valueNumber(core, catalog, field, value) {
    const text = cellText(core, catalog, field, value);
    const info = catalog.field(fieldNumber(core, field));
    const found = info.values.find((it) => it.key === text);
    if (found !== undefined) {
        return found.number;
    }
    // What would say nothing, or more than one value, is no value.
    if (text !== '' && !text.includes('|') && !text.includes('..')) {
        core.setText(core.trial, field, text);
    }
    throw new SacralmetError(`${field}: "${text}" is not one value.`, {
        status: 'SMET_ERROR_SYNTAX',
        field,
    });
}
