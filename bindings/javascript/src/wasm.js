import { SacralmetError } from './errors.js';
import { inNode, readBytes } from './files.js';

/** Memory within the module. The module may move all of it when it needs more. */
class Block {
    #module;

    constructor(module, size) {
        this.#module = module;
        this.size = size;
        this.address = module._malloc(Math.max(size, 8)) >>> 0;
        if (this.address === 0) {
            throw new SacralmetError('There is no memory.', { status: 'SMET_ERROR_NO_MEMORY' });
        }
    }

    get buffer() {
        return this.#module.HEAPU8.buffer;
    }

    get start() {
        return this.address;
    }

    release() {
        this.#module._free(this.address);
        this.address = 0;
    }
}

async function importFactory(library) {
    if (typeof library === 'function') {
        return library;
    }
    if (!inNode) {
        throw new SacralmetError(
            'Outside Node, `library` is the function `sacralmet` of the script sacralmet.js.',
        );
    }
    const { createRequire } = await import('node:module');
    const { fileURLToPath } = await import('node:url');
    const { resolve } = await import('node:path');
    const path = library instanceof URL ? fileURLToPath(library) : resolve(library);
    try {
        return createRequire(import.meta.url)(path);
    } catch (cause) {
        throw new SacralmetError(`${path} cannot be loaded: ${cause.message}`, { cause });
    }
}

/**
 * The library as a module of WebAssembly.
 * @param {import('./description.js').Description} description
 * @param {string|URL|Function} [library] sacralmet.js, or the function that it defines
 * @param {string|URL|ArrayBuffer|Uint8Array} [wasm] sacralmet.wasm, or its bytes; beside
 *     sacralmet.js where it is not given
 */
export async function wasmBackend(description, library, wasm) {
    const script = library ?? new URL('../wasm/sacralmet.js', import.meta.url);
    const factory = await importFactory(script);
    let binary = wasm;
    if (binary === undefined && typeof script !== 'function') {
        binary =
            script instanceof URL
                ? new URL('sacralmet.wasm', script)
                : script.replace(/\.[cm]?js$/, '.wasm');
    }
    if (typeof binary === 'string' || binary instanceof URL) {
        binary = await readBytes(binary);
    }
    const module = await factory(binary === undefined ? {} : { wasmBinary: binary });
    // Numbers come back signed; an address or a count is not.
    const functions = {};
    for (const { name, returns } of description.functions) {
        const plain = description.plain(returns.type);
        const call = module[`_${name}`];
        if (call === undefined) {
            functions[name] = () => {
                throw new SacralmetError(`This library has no ${name}.`);
            };
        } else if (['pointer', 'size_t', 'uint32_t'].includes(plain)) {
            functions[name] = (...given) => call(...given) >>> 0;
        } else {
            functions[name] = call;
        }
    }
    return {
        name: 'wasm',
        functions,
        layout: (name) => description.layout(name, 4),
        pointerSize: 4,
        littleEndian: true,
        allocate: (size) => new Block(module, size),
        text: (address) => module.UTF8ToString(address),
        /** How many bytes of memory the module has. */
        memorySize: () => module.HEAPU8.byteLength,
    };
}
