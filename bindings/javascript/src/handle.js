import { SacralmetError } from './errors.js';

// Objects that nobody can reach any more give back what they held.
const registry = new FinalizationRegistry(({ free, address }) => free(address));

/** What owns memory of the library. */
export class Handle {
    #address;
    #free;
    #what;

    /**
     * @param {number} address
     * @param {(address: number) => void} free
     * @param {string} what for the error of who uses it later
     */
    constructor(address, free, what) {
        this.#address = address;
        this.#free = free;
        this.#what = what;
        registry.register(this, { free, address }, this);
    }

    /** The address; an error once it was disposed of. */
    get address() {
        if (this.#address === 0) {
            throw new SacralmetError(`This ${this.#what} was disposed of.`, {
                status: 'SMET_ERROR_NULL_ARGUMENT',
            });
        }
        return this.#address;
    }

    /** Gives its memory back. Doing so twice is fine. */
    dispose() {
        if (this.#address !== 0) {
            registry.unregister(this);
            this.#free(this.#address);
            this.#address = 0;
        }
    }
}

/**
 * Makes `using` work where the language has it.
 * @param {Function} type a class with `dispose()`
 */
export function makeDisposable(type) {
    if (Symbol.dispose !== undefined) {
        Object.defineProperty(type.prototype, Symbol.dispose, {
            value() {
                this.dispose();
            },
            configurable: true,
            writable: true,
        });
    }
}
