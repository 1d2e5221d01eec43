/**
 * The terms of one vocabulary of the library, read when it is loaded.
 */
export class Vocabulary {
    #terms = [];
    #byKey = new Map();
    #byNumber = new Map();

    /**
     * @param {import('./core.js').Core} core
     * @param {string} name its own key
     * @param {number} number its own number
     */
    constructor(core, name, number) {
        /** Its own key. @type {string} */
        this.name = name;
        const { smet_term_count, smet_term_at, smet_term_key, smet_term_label } = core.functions;
        const count = Number(smet_term_count(number));
        for (let i = 0; i < count; i++) {
            const term = smet_term_at(number, i);
            this.#terms.push(
                Object.freeze({
                    number: term,
                    key: core.text(smet_term_key(number, term)),
                    label: core.text(smet_term_label(number, term)),
                }),
            );
        }
        this.#byKey = new Map(this.#terms.map((term) => [term.key, term]));
        this.#byNumber = new Map(this.#terms.map((term) => [term.number, term]));
    }

    /** How many terms it has. @returns {number} */
    get size() {
        return this.#terms.length;
    }

    /** Its keys, in the library's order. @returns {string[]} */
    keys() {
        return this.#terms.map((term) => term.key);
    }

    /**
     * @param {string} key
     * @returns {boolean}
     */
    has(key) {
        return this.#byKey.has(key);
    }

    /**
     * The key of a number.
     * @param {number} number
     * @returns {string|null} null where there is none, as for -1
     */
    key(number) {
        return this.#byNumber.get(number)?.key ?? null;
    }

    /**
     * The number of a key.
     * @param {string} key
     * @returns {number|null} null where there is none
     */
    number(key) {
        return this.#byKey.get(key)?.number ?? null;
    }

    /**
     * The label of a key, for people.
     * @param {string} key
     * @returns {string|null} null where there is none
     */
    label(key) {
        return this.#byKey.get(key)?.label ?? null;
    }

    /** Its terms, in the library's order. */
    [Symbol.iterator]() {
        return this.#terms[Symbol.iterator]();
    }
}
