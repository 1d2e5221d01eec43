import { BaseAssessment } from './assessment.js';
import { Catalog } from './catalog.js';
import { Cohort } from './columns.js';
import { Core } from './core.js';
import { Description } from './description.js';
import { SacralmetError } from './errors.js';
import { inNode, readJson } from './files.js';
import { readOptions } from './given.js';
import { BaseRecord } from './record.js';

export { SacralmetError };

/** The library as it was loaded by {@link load}. */
class Sacralmet {
    #library;

    constructor(backend, description) {
        const core = new Core(backend, description);
        const library = { core, catalog: new Catalog(core) };
        this.#library = library;
        /** Records of this library. */
        this.Record = class Record extends BaseRecord {
            /** @param {object|Iterable} [entries] facts by field, pairs, or a record to copy */
            constructor(entries) {
                super(library, entries);
            }
        };
        /** Assessments by this library. */
        this.Assessment = class Assessment extends BaseAssessment {
            /** @param {object|Iterable} record a record, or facts as for one */
            constructor(record) {
                super(library, record);
            }
        };
        library.Record = () => this.Record;
        library.Assessment = () => this.Assessment;
        /** `native` or `wasm`. @type {string} */
        this.backend = backend.name;
        /** What the library knows: fields, instruments, rules, references, ... */
        this.catalog = library.catalog;
        /** The words of the library by vocabulary, such as `vocabularies.verdict`. */
        this.vocabularies = Object.freeze(Object.fromEntries(core.vocabularies));
        const { functions } = core;
        /** Release, interface and clinical content. */
        this.versions = Object.freeze({
            release: core.text(functions.smet_version()),
            abi: core.text(functions.smet_abi_version()),
            content: core.text(functions.smet_content_version()),
            digest: core.text(functions.smet_content_digest()),
        });
    }

    /** How many bytes of memory the module of WebAssembly has; null for the native library. */
    get memorySize() {
        return this.#library.core.backend.memorySize?.() ?? null;
    }

    /**
     * Scores a cohort with one instrument.
     *
     * An array holds keys and integers, and null or undefined where a cell is unknown. A typed
     * array holds the library's numbers: those of options, which are not their keys, and integers.
     * @param {string} instrument key of the instrument
     * @param {object|Iterable} columns columns by their fields' keys
     * @param {{onBad?: 'throw'|'mark', rows?: number}} [options] a cell that is no value is an
     *     error, or its row is marked in `status`
     * @returns {{minimum: Uint8Array, maximum: Uint8Array, bands: Uint8Array, missing: Uint8Array,
     *     status: Uint8Array}} 255 stands for no total; bit b of `bands` is set when band b is
     *     possible, bit i of `missing` when item i is open
     */
    scoreColumns(instrument, columns, options) {
        const read = readOptions('scoreColumns', options, ['onBad', 'rows']);
        return new Cohort(this.#library, columns, read).score(instrument);
    }

    /**
     * Gives the dispositions of a cohort, as numbers of the vocabulary `verdict`.
     * @param {object|Iterable} columns as for {@link scoreColumns}
     * @param {{interventions?: string[], onBad?: 'throw'|'mark', rows?: number}} [options]
     * @returns {{dispositions: Record<string, Uint8Array>, settled: Record<string, Uint8Array>,
     *     status: Uint8Array}}
     */
    assessColumns(columns, options) {
        const known = ['onBad', 'rows', 'interventions'];
        const read = readOptions('assessColumns', options, known);
        return new Cohort(this.#library, columns, read).assess(read.interventions);
    }

    /**
     * Finds the rows of a cohort whose facts contradict each other.
     * @param {object|Iterable} columns as for {@link scoreColumns}
     * @param {{onBad?: 'throw'|'mark', rows?: number}} [options]
     * @returns {{inconsistent: Uint8Array, status: Uint8Array}}
     */
    checkColumns(columns, options) {
        const read = readOptions('checkColumns', options, ['onBad', 'rows']);
        return new Cohort(this.#library, columns, read).check();
    }
}

/** The description that comes with the package, or with the sources that it lies in. */
async function ownDescription() {
    const [own, ofSources] = ['../sacralmet-api.json', '../../../lib/abi/sacralmet-api.json'].map(
        (it) => new URL(it, import.meta.url),
    );
    try {
        return await readJson(own);
    } catch (cause) {
        if (inNode && cause.code === 'ENOENT') {
            return readJson(ofSources);
        }
        throw cause;
    }
}

async function readDescription(given) {
    try {
        if (given === undefined) {
            return await ownDescription();
        }
        return typeof given === 'string' || given instanceof URL ? await readJson(given) : given;
    } catch (cause) {
        throw new SacralmetError(`The description of the interface: ${cause.message}`, { cause });
    }
}

/**
 * Loads the library.
 * @param {object} [options]
 * @param {'native'|'wasm'} [options.backend] the shared library through koffi, or WebAssembly
 * @param {string|URL|Function} [options.library] native: file of the shared library, looked for
 *     where the system looks when it is not given; wasm: sacralmet.js, or the function that it
 *     defines
 * @param {string|URL|ArrayBuffer|Uint8Array} [options.wasm] wasm: sacralmet.wasm or its bytes
 * @param {string|URL|object} [options.description] sacralmet-api.json or what it holds
 * @returns {Promise<Sacralmet>}
 */
export async function load(options) {
    const known = ['backend', 'library', 'wasm', 'description'];
    const {
        backend = 'native',
        library,
        wasm,
        description,
    } = readOptions('load', options, known);
    if (backend !== 'native' && backend !== 'wasm') {
        throw new TypeError(`The backend is "native" or "wasm", not "${backend}".`);
    }
    const described = new Description(await readDescription(description));
    if (backend === 'wasm') {
        const { wasmBackend } = await import('./wasm.js');
        return new Sacralmet(await wasmBackend(described, library, wasm), described);
    }
    const { nativeBackend } = await import('./native.js');
    return new Sacralmet(await nativeBackend(described, library), described);
}
