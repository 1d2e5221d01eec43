import { SacralmetError } from './errors.js';

/** What koffi calls the pointers of arguments: addresses, which this binding handles as numbers. */
const ADDRESS = 'uintptr_t';

/** Memory that native code can write to. It stays where it is: it is not on the heap of objects. */
class Block {
    #buffer;

    constructor(koffi, size) {
        this.#buffer = new ArrayBuffer(Math.max(size, 64));
        this.size = size;
        this.address = Number(koffi.address(new Uint8Array(this.#buffer)));
    }

    get buffer() {
        return this.#buffer;
    }

    get start() {
        return 0;
    }

    release() {
        this.#buffer = null;
    }
}

function libraryName() {
    switch (process.platform) {
        case 'win32':
            return 'sacralmet-0.dll';
        case 'darwin':
            return 'libsacralmet.0.dylib';
        default:
            return 'libsacralmet.so.0';
    }
}

async function importKoffi() {
    try {
        return (await import('koffi')).default;
    } catch (cause) {
        throw new SacralmetError('The native backend needs the package koffi: npm install koffi.', {
            cause,
        });
    }
}

/**
 * The shared library, called through koffi. Functions and structs are declared here from the
 * description.
 * @param {import('./description.js').Description} description
 * @param {string} [library] file of the shared library; its name alone is looked for where the
 *     system looks for libraries
 */
export async function nativeBackend(description, library = libraryName()) {
    const koffi = await importKoffi();
    let loaded;
    try {
        loaded = koffi.load(library);
    } catch (cause) {
        throw new SacralmetError(`${library} cannot be loaded: ${cause.message}.`, { cause });
    }
    const koffiType = (type) => {
        const plain = description.plain(type);
        return plain === 'pointer' ? ADDRESS : plain;
    };
    const functions = {};
    for (const { name, returns, parameters } of description.functions) {
        const types = parameters.map((it) => koffiType(it.type));
        try {
            functions[name] = loaded.func(name, koffiType(returns.type), types);
        } catch (cause) {
            functions[name] = () => {
                throw new SacralmetError(`This library has no ${name}.`, { cause });
            };
        }
    }
    // The description has the layouts of common 64-bit machines; koffi knows this machine's.
    const layout = (name) => {
        const members = description.struct(name).members;
        const type = koffi.struct(
            Object.fromEntries(
                members.map((member) => [
                    member.name,
                    member.count === null
                        ? koffiType(member.type)
                        : koffi.array(koffiType(member.type), member.count, 'Array'),
                ]),
            ),
        );
        return {
            size: koffi.sizeof(type),
            members: members.map((member) => ({
                name: member.name,
                type: member.type,
                offset: koffi.offsetof(type, member.name),
                count: member.count,
            })),
        };
    };
    return {
        name: 'native',
        functions,
        layout,
        pointerSize: koffi.sizeof('void *'),
        littleEndian: new Uint8Array(new Uint16Array([1]).buffer)[0] === 1,
        allocate: (size) => new Block(koffi, size),
        text: (address) => koffi.decode.string(address),
    };
}
