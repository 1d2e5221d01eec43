import { SacralmetError } from './errors.js';
import { Vocabulary } from './vocabulary.js';

const encoder = new TextEncoder();

/** `derived_from` as `derivedFrom`. */
function camelCase(name) {
    return name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

/**
 * The numbers of the bits of a set.
 * @param {bigint|number} mask
 * @returns {number[]} rising
 */
export function bits(mask) {
    const found = [];
    for (let [rest, bit] = [BigInt(mask), 0]; rest !== 0n; rest >>= 1n, bit++) {
        if (rest & 1n) {
            found.push(bit);
        }
    }
    return found;
}

/**
 * Whether a library serves what was made for an ABI version, as smet_abi_serves() says: the
 * second number moves with a break, too, before 1.0.
 * @param {string} abi of the library
 * @param {string} made the version that something was made for
 */
export function abiServes(abi, made) {
    const [[major, minor], [madeMajor, madeMinor]] = [abi, made].map((it) =>
        it.split('.').map(Number),
    );
    return major === madeMajor && (major > 0 ? minor >= madeMinor : minor === madeMinor);
}

/**
 * Calls in the words of C: what goes in and comes out lies in memory of the backend. The rest
 * of the binding is made of these, and does not know which backend it has.
 */
export class Core {
    #rooms = new Map();
    #layouts = new Map();
    #texts = new Map();
    #vocabularies = new Map();
    #trial = 0;

    /**
     * @param {object} backend
     * @param {import('./description.js').Description} description
     */
    constructor(backend, description) {
        this.backend = backend;
        this.description = description;
        this.functions = backend.functions;
        const abi = this.text(this.functions.smet_abi_version());
        if (!abiServes(abi, description.abi)) {
            throw new SacralmetError(
                `The library has interface ${abi}, the description is of ${description.abi}.`,
            );
        }
        this.#readVocabularies();
    }

    #readVocabularies() {
        const all = this.description.number('smet_vocabulary', 'SMET_VOCABULARY_VOCABULARY');
        for (const { number, key } of new Vocabulary(this, 'vocabulary', all)) {
            this.#vocabularies.set(key, new Vocabulary(this, key, number));
        }
    }

    /** All vocabularies by key. @returns {Map<string, Vocabulary>} */
    get vocabularies() {
        return this.#vocabularies;
    }

    /**
     * @param {string} key
     * @returns {Vocabulary}
     */
    vocabulary(key) {
        return this.#vocabularies.get(key);
    }

    // --- memory ---------------------------------------------------------------------

    /** Memory for one purpose, kept from call to call. No two calls are under way at once. */
    #room(purpose, size) {
        let block = this.#rooms.get(purpose);
        if (block === undefined || block.size < size) {
            block?.release();
            block = this.backend.allocate(size);
            this.#rooms.set(purpose, block);
        }
        return block;
    }

    #layout(name) {
        let layout = this.#layouts.get(name);
        if (layout === undefined) {
            layout = this.backend.layout(name);
            this.#layouts.set(name, layout);
        }
        return layout;
    }

    /** A view of a block. The module may grow in a call: take it anew behind each. */
    #view(block) {
        return new DataView(block.buffer, block.start, block.size);
    }

    #readPointer(view, offset) {
        const little = this.backend.littleEndian;
        return this.backend.pointerSize === 4
            ? view.getUint32(offset, little)
            : Number(view.getBigUint64(offset, little));
    }

    #writePointer(view, offset, address) {
        const little = this.backend.littleEndian;
        if (this.backend.pointerSize === 4) {
            view.setUint32(offset, address, little);
        } else {
            view.setBigUint64(offset, BigInt(address), little);
        }
    }

    /**
     * A static text of the library.
     * @param {number} address
     * @returns {string|null} null for NULL
     */
    text(address) {
        if (address === 0) {
            return null;
        }
        let text = this.#texts.get(address);
        if (text === undefined) {
            text = this.backend.text(address);
            this.#texts.set(address, text);
        }
        return text;
    }

    /** The address of a text that goes in. One of a purpose at a time. */
    #textIn(purpose, text) {
        const bytes = encoder.encode(text);
        const block = this.#room(purpose, bytes.length + 1);
        const room = new Uint8Array(block.buffer, block.start, bytes.length + 1);
        room.set(bytes);
        room[bytes.length] = 0;
        return block.address;
    }

    // --- structs --------------------------------------------------------------------

    /** An empty struct with its size set. */
    #newStruct(name, purpose = name) {
        const { size } = this.#layout(name);
        const block = this.#room(purpose, size);
        new Uint8Array(block.buffer, block.start, size).fill(0);
        this.#view(block).setUint32(0, size, this.backend.littleEndian);
        return block;
    }

    /**
     * Writes a struct for a call.
     * @param {string} name
     * @param {string} purpose two structs with the same purpose share their memory
     * @param {object} values numbers and addresses by member
     * @returns {number} its address
     */
    struct(name, purpose, values) {
        const block = this.#newStruct(name, purpose);
        const view = this.#view(block);
        const little = this.backend.littleEndian;
        for (const { name: member, type, offset } of this.#layout(name).members) {
            if (values[member] === undefined) {
                continue;
            }
            switch (this.description.plain(type)) {
                case 'pointer':
                    this.#writePointer(view, offset, values[member]);
                    break;
                case 'int64_t':
                case 'uint64_t':
                    view.setBigInt64(offset, BigInt(values[member]), little);
                    break;
                default:
                    view.setInt32(offset, values[member], little);
            }
        }
        return block.address;
    }

    #readMember(view, { name, type }, offset) {
        const little = this.backend.littleEndian;
        switch (this.description.plain(type)) {
            case 'pointer':
                return this.text(this.#readPointer(view, offset));
            case 'uint64_t':
                return view.getBigUint64(offset, little);
            case 'uint32_t':
                return view.getUint32(offset, little);
        }
        const number = view.getInt32(offset, little);
        const vocabulary = this.#vocabularies.get(this.description.vocabulary(type));
        if (vocabulary !== undefined) {
            return vocabulary.key(number);
        }
        return /^(is|may)_/.test(name) ? number !== 0 : number;
    }

    /** A struct as a plain object: terms as keys, -1 as null. */
    #readStruct(name, block) {
        const view = this.#view(block);
        const object = {};
        for (const member of this.#layout(name).members) {
            if (member.name === 'size' || member.name === 'reserved') {
                continue;
            }
            object[camelCase(member.name)] =
                member.count === null
                    ? this.#readMember(view, member, member.offset)
                    : Array.from({ length: member.count }, (_, i) =>
                          this.#readMember(view, member, member.offset + 4 * i),
                      );
        }
        return object;
    }

    // --- calls ----------------------------------------------------------------------

    /**
     * Calls a function that fills a struct.
     * @param {string} name the function
     * @param {string} struct its struct, the last argument
     * @param {...number} given what comes before
     * @returns {object} the struct as a plain object
     */
    fill(name, struct, ...given) {
        const block = this.#newStruct(struct);
        this.check(this.functions[name](...given, block.address));
        return this.#readStruct(struct, block);
    }

    /**
     * The same for a function that takes an error last, behind its struct.
     * @param {string} name
     * @param {string} struct
     * @param {...number} given
     * @returns {object}
     */
    fillOrSayWhy(name, struct, ...given) {
        const block = this.#newStruct(struct);
        this.guard((error) => this.functions[name](...given, block.address, error));
        return this.#readStruct(struct, block);
    }

    /**
     * Calls a function that fills an array of numbers.
     * @param {string} name the function; the array and its capacity are its last arguments
     * @param {...number} given what comes before
     * @returns {number[]}
     */
    list(name, ...given) {
        return this.#list(name, given, 4, (view, offset) =>
            view.getInt32(offset, this.backend.littleEndian),
        );
    }

    /**
     * Calls a function that fills an array of static texts.
     * @param {string} name as for {@link list}
     * @param {...number} given
     * @returns {string[]}
     */
    texts(name, ...given) {
        return this.#list(name, given, this.backend.pointerSize, (view, offset) =>
            this.text(this.#readPointer(view, offset)),
        );
    }

    #list(name, given, width, read) {
        let capacity = 128;
        for (;;) {
            const block = this.#room('list', capacity * width);
            const count = Number(this.functions[name](...given, block.address, capacity));
            if (count <= capacity) {
                const view = this.#view(block);
                return Array.from({ length: count }, (_, i) => read(view, i * width));
            }
            capacity = count;
        }
    }

    /**
     * Calls a function that writes a text.
     * @param {string} name the function; the text and its capacity are its last arguments
     * @param {...number} given what comes before
     * @returns {string}
     */
    words(name, ...given) {
        const length = Number(this.functions[name](...given, 0, 0));
        const block = this.#room('words', length + 1);
        this.functions[name](...given, block.address, length + 1);
        return new TextDecoder().decode(new Uint8Array(block.buffer, block.start, length).slice());
    }

    /**
     * Refuses what is no good status. For calls that say no more than that.
     * @param {number} status
     */
    check(status) {
        if (status !== 0) {
            throw new SacralmetError(
                this.text(this.functions.smet_status_text(status)) ?? 'The call is refused.',
                { status: this.statusName(status) },
            );
        }
    }

    /**
     * The name of a status.
     * @param {number} status
     * @returns {string}
     */
    statusName(status) {
        return this.text(this.functions.smet_status_name(status)) ?? `status ${status}`;
    }

    /**
     * Calls a function whose last argument is an error, and throws what it says.
     * @param {(error: number) => number} call gets the error's address
     * @param {(result: number) => boolean} isRefused
     * @returns {number} what the function returned
     */
    guard(call, isRefused = (status) => status !== 0) {
        const block = this.#newStruct('smet_error');
        const result = call(block.address);
        if (!isRefused(result)) {
            return result;
        }
        const { members } = this.#layout('smet_error');
        const at = Object.fromEntries(members.map((member) => [member.name, member]));
        const view = this.#view(block);
        const little = this.backend.littleEndian;
        const { offset, count } = at.message;
        const bytes = new Uint8Array(block.buffer, block.start + offset, count).slice();
        const field = view.getInt32(at.field.offset, little);
        throw new SacralmetError(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0))), {
            status: this.statusName(view.getInt32(at.status.offset, little)),
            field: this.vocabulary('field').key(field),
        });
    }

    /**
     * Enters a text in a record.
     * @param {number} record its address
     * @param {string} field
     * @param {string} text
     */
    setText(record, field, text) {
        for (const [what, value] of [
            ['key', field],
            ['text', text],
        ]) {
            if (value.includes('\0')) {
                throw new SacralmetError(
                    what === 'key'
                        ? 'The key of a field holds a NUL.'
                        : `${field}: the text holds a NUL.`,
                    {
                        status: 'SMET_ERROR_SYNTAX',
                        field: this.vocabulary('field').has(field) ? field : null,
                    },
                );
            }
        }
        const key = this.#textIn('key', field);
        const value = this.#textIn('text', text);
        this.guard((error) => this.functions.smet_record_set_text(record, key, value, error));
    }

    /**
     * A record in which nothing is ever entered, to ask what the library refuses.
     * @returns {number} its address
     */
    get trial() {
        this.#trial ||= this.newRecord();
        return this.#trial;
    }

    /** @returns {number} the address of a record that is the caller's */
    newRecord() {
        const record = this.functions.smet_record_new();
        if (record === 0) {
            throw new SacralmetError('There is no memory.', { status: 'SMET_ERROR_NO_MEMORY' });
        }
        return record;
    }

    // --- columns --------------------------------------------------------------------

    /**
     * Memory for one column of elements.
     * @param {string} purpose
     * @param {number} bytes
     */
    room(purpose, bytes) {
        return this.#room(purpose, bytes);
    }

    /**
     * A list of addresses.
     * @param {string} purpose
     * @param {number[]} addresses
     * @returns {number} its own address; 0 where it is empty
     */
    pointers(purpose, addresses) {
        if (addresses.length === 0) {
            return 0;
        }
        const block = this.#room(purpose, addresses.length * this.backend.pointerSize);
        const view = this.#view(block);
        addresses.forEach((it, i) => this.#writePointer(view, i * this.backend.pointerSize, it));
        return block.address;
    }
}
