import { SacralmetError } from './errors.js';
import { kindOf, readOptions, readPairs } from './given.js';
import { fieldNumber } from './record.js';
import { termNumber } from './score.js';

/** How many rows go into one call: they are copied into memory of the library. */
const CHUNK = 65536;

/** In a column made of keys: unknown, and no value of any field. */
const UNKNOWN = -1;
const BAD = -2;

const ELEMENTS = new Map([
    [Int8Array, 'SMET_ELEMENT_INT8'],
    [Uint8Array, 'SMET_ELEMENT_UINT8'],
    [Uint8ClampedArray, 'SMET_ELEMENT_UINT8'],
    [Int16Array, 'SMET_ELEMENT_INT16'],
    [Uint16Array, 'SMET_ELEMENT_UINT16'],
    [Int32Array, 'SMET_ELEMENT_INT32'],
    [Uint32Array, 'SMET_ELEMENT_UINT32'],
]);

/** One column of a cohort, ready to be handed over. */
class Column {
    #info;
    #cells = null;

    constructor(core, catalog, field, given) {
        this.field = field;
        this.number = fieldNumber(core, field);
        this.#info = catalog.field(this.number);
        this.unknown = null;
        this.validity = null;
        this.validityOffset = 0;
        if (Array.isArray(given)) {
            this.#readKeys(given);
        } else if (ArrayBuffer.isView(given)) {
            this.values = given;
        } else {
            this.#readParts(given);
        }
        const name = ELEMENTS.get(this.values.constructor);
        if (name === undefined) {
            throw new TypeError(
                `${field}: a typed array has integers of 8, 16 or 32 bits, not a ` +
                    `${this.values.constructor.name}.`,
            );
        }
        this.element = core.description.number('smet_element', name);
    }

    /** Keys and integers as the library's numbers. */
    #readKeys(cells) {
        const isYesNo = this.#info.kind === 'yes_no';
        const numbers = new Map(this.#info.values.map((it) => [it.key, it.number]));
        this.#cells = cells;
        this.unknown = UNKNOWN;
        this.values = Int8Array.from(cells, (cell) => {
            if (cell === null || cell === undefined) {
                return UNKNOWN;
            }
            switch (typeof cell) {
                case 'string':
                    return numbers.get(cell) ?? BAD;
                case 'number':
                case 'bigint':
                    return numbers.get(String(cell)) ?? BAD;
                case 'boolean':
                    return isYesNo ? Number(cell) : BAD;
                default:
                    return BAD;
            }
        });
    }

    #readParts(given) {
        const { field } = this;
        if (typeof given !== 'object' || given === null || !ArrayBuffer.isView(given.values)) {
            throw new TypeError(
                `${field}: a column is an array of keys, a typed array of numbers, or {values, ` +
                    'unknown, validity, validityOffset} with a typed array.',
            );
        }
        readOptions(field, given, ['values', 'unknown', 'validity', 'validityOffset']);
        const { values, unknown = null, validity = null, validityOffset = 0 } = given;
        if (unknown !== null && !Number.isSafeInteger(unknown)) {
            throw new TypeError(`${field}: unknown is an integer.`);
        }
        if (validity !== null && !(validity instanceof Uint8Array)) {
            throw new TypeError(`${field}: validity is a Uint8Array with one bit for each row.`);
        }
        if (!Number.isSafeInteger(validityOffset) || validityOffset < 0) {
            throw new TypeError(`${field}: validityOffset is an integer from 0.`);
        }
        if (validity !== null && validity.length * 8 < validityOffset + values.length) {
            throw new RangeError(`${field}: validity has fewer bits than there are rows.`);
        }
        Object.assign(this, { values, unknown, validity, validityOffset });
    }

    /**
     * Copies rows into the library's memory.
     * @returns {number} the address of the struct that describes them
     */
    place(core, position, start, end) {
        const { values, validity } = this;
        const bytes = new Uint8Array(
            values.buffer,
            values.byteOffset + start * values.BYTES_PER_ELEMENT,
            (end - start) * values.BYTES_PER_ELEMENT,
        );
        let mask = 0;
        const first = this.validityOffset + start;
        if (validity !== null) {
            const last = this.validityOffset + end;
            mask = place(
                core,
                `validity ${position}`,
                validity.subarray(first >> 3, (last + 7) >> 3),
            );
        }
        return core.struct('smet_column', `column ${position}`, {
            field: this.number,
            element: this.element,
            has_unknown: this.unknown === null ? 0 : 1,
            unknown: this.unknown ?? 0,
            values: place(core, `values ${position}`, bytes),
            validity: mask,
            validity_offset: first & 7,
        });
    }

    #isKnown(row) {
        const bit = this.validityOffset + row;
        return (
            this.values[row] !== this.unknown &&
            (this.validity === null || ((this.validity[bit >> 3] >> (bit & 7)) & 1) === 1)
        );
    }

    /** What is wrong with a cell, or null. */
    complaint(row) {
        const number = this.values[row];
        if (!this.#isKnown(row) || this.#info.values.some((it) => it.number === number)) {
            return null;
        }
        return this.#cells === null
            ? `row ${row}: ${number} is no value's number.`
            : `row ${row}: ${describeCell(this.#cells[row])} is none of its values.`;
    }
}

function describeCell(cell) {
    return typeof cell === 'string' ? `"${cell}"` : kindOf(cell);
}

/** Copies bytes into the library's memory. */
function place(core, purpose, bytes) {
    const block = core.room(purpose, Math.max(bytes.length, 8));
    new Uint8Array(block.buffer, block.start, bytes.length).set(bytes);
    return block.address;
}

/** Columns in, columns out. */
export class Cohort {
    #core;
    #columns;
    #rows;
    #onBad;

    /**
     * @param {object} library what the binding keeps for a loaded library
     * @param {object|Iterable} columns columns by their fields' keys
     * @param {{onBad?: 'throw'|'mark', rows?: number}} [options]
     */
    constructor({ core, catalog }, columns, { onBad = 'throw', rows } = {}) {
        if (onBad !== 'throw' && onBad !== 'mark') {
            throw new TypeError(`onBad is "throw" or "mark", not ${describeCell(onBad)}.`);
        }
        const pairs = readPairs('Columns', columns);
        this.#core = core;
        this.#onBad = onBad;
        this.#columns = pairs.map(([field, given]) => new Column(core, catalog, field, given));
        this.#rows = rows ?? this.#columns[0]?.values.length ?? 0;
        if (!Number.isSafeInteger(this.#rows) || this.#rows < 0) {
            throw new TypeError('rows is an integer from 0.');
        }
        for (const { field, values } of this.#columns) {
            if (values.length !== this.#rows) {
                throw new RangeError(
                    `${field}: has ${values.length} rows where others have ${this.#rows}.`,
                );
            }
        }
    }

    /**
     * Calls the library for one part of the rows after the other.
     * @param {string[]} names of the arrays of answers
     * @param {(columns: [number, number, number], at: (name: string) => number, error: number) =>
     *     number} call
     * @returns {Record<string, Uint8Array>}
     */
    #run(names, call) {
        const core = this.#core;
        const answers = Object.fromEntries(names.map((it) => [it, new Uint8Array(this.#rows)]));
        const capacity = Math.min(this.#rows, CHUNK);
        let start = 0;
        // Without rows too, so that what is refused is refused.
        do {
            const end = Math.min(start + CHUNK, this.#rows);
            const structs = this.#columns.map((it, i) => it.place(core, i, start, end));
            const rooms = new Map(
                names.map((it) => [it, core.room(`answer ${it}`, Math.max(capacity, 8))]),
            );
            const columns = [core.pointers('columns', structs), structs.length, end - start];
            core.guard((error) => call(columns, (name) => rooms.get(name).address, error));
            for (const [name, block] of rooms) {
                answers[name].set(new Uint8Array(block.buffer, block.start, end - start), start);
            }
            start = end;
        } while (start < this.#rows);
        if (this.#onBad === 'throw') {
            this.#complain(answers.status);
        }
        return answers;
    }

    #complain(status) {
        const row = status.findIndex((it) => it !== 0);
        if (row < 0) {
            return;
        }
        for (const column of this.#columns) {
            const complaint = column.complaint(row);
            if (complaint !== null) {
                throw new SacralmetError(`${column.field}: ${complaint}`, {
                    status: 'SMET_ERROR_UNKNOWN_OPTION',
                    field: column.field,
                    row,
                });
            }
        }
        throw new SacralmetError(`Row ${row} has no answer.`, { row });
    }

    /**
     * Scores the rows with one instrument.
     * @param {string} instrument
     */
    score(instrument) {
        const core = this.#core;
        const number = termNumber(core, 'instrument', instrument);
        return this.#run(
            ['minimum', 'maximum', 'bands', 'missing', 'status'],
            (columns, at, error) =>
                core.functions.smet_score_columns(
                    number,
                    ...columns,
                    core.struct('smet_score_arrays', 'smet_score_arrays', {
                        minimum: at('minimum'),
                        maximum: at('maximum'),
                        bands: at('bands'),
                        missing: at('missing'),
                        status: at('status'),
                    }),
                    error,
                ),
        );
    }

    /**
     * Gives the dispositions of interventions.
     * @param {string[]} [interventions] all where they are not given
     */
    assess(interventions) {
        const core = this.#core;
        const terms = core.vocabulary('intervention');
        const wanted = interventions ?? terms.keys();
        const numbers = wanted.map((key) => termNumber(core, 'intervention', key));
        const count = Math.max(-1, ...numbers) + 1;
        const names = wanted.flatMap((key) => [`disposition ${key}`, `settled ${key}`]);
        const answers = this.#run([...names, 'status'], (columns, at, error) => {
            const list = (what) => {
                const addresses = new Array(count).fill(0);
                numbers.forEach((number, i) => (addresses[number] = at(`${what} ${wanted[i]}`)));
                return core.pointers(what, addresses);
            };
            return core.functions.smet_assess_columns(
                ...columns,
                core.struct('smet_disposition_arrays', 'smet_disposition_arrays', {
                    intervention_count: count,
                    dispositions: list('disposition'),
                    settled: list('settled'),
                    status: at('status'),
                }),
                error,
            );
        });
        const pick = (what) =>
            Object.fromEntries(wanted.map((key) => [key, answers[`${what} ${key}`]]));
        return {
            dispositions: pick('disposition'),
            settled: pick('settled'),
            status: answers.status,
        };
    }

    /** Finds the rows whose facts contradict each other. */
    check() {
        const core = this.#core;
        return this.#run(['inconsistent', 'status'], (columns, at, error) =>
            core.functions.smet_check_columns(
                ...columns,
                core.struct('smet_check_arrays', 'smet_check_arrays', {
                    inconsistent: at('inconsistent'),
                    status: at('status'),
                }),
                error,
            ),
        );
    }
}
