import { SacralmetError } from './errors.js';

/**
 * The library's description of its own interface, `sacralmet-api.json`: where both backends
 * learn what functions, structs and numbers there are.
 */
export class Description {
    #types;
    #structs;
    #enums;

    /** @param {object} content what the file holds */
    constructor(content) {
        if (content?.format !== 1) {
            throw new SacralmetError('The description of the interface is not of format 1.');
        }
        this.#types = new Map(content.types.map((type) => [type.name, type]));
        this.#structs = new Map(content.structs.map((struct) => [struct.name, struct]));
        this.#enums = new Map(content.enums.map((it) => [it.name, it]));
        /** The version of the interface, such as "0.1.0". @type {string} */
        this.abi = content.versions.abi;
        /** The functions of the core library. @type {object[]} */
        this.functions = content.functions.filter((it) => it.library === 'core');
    }

    /**
     * The plain type behind a name: an integer type, `void`, `char`, or `pointer`.
     * @param {string} type a type as it is written in C
     * @returns {string}
     */
    plain(type) {
        if (type.includes('*')) {
            return 'pointer';
        }
        return this.#types.get(type)?.type ?? type;
    }

    /**
     * The vocabulary that numbers of a type stand for.
     * @param {string} type
     * @returns {string|null} `field` for `smet_field_t`, for example
     */
    vocabulary(type) {
        return this.#types.get(type)?.enum?.replace(/^smet_/, '') ?? null;
    }

    /**
     * The number of an enumerator; for the few that no vocabulary has.
     * @param {string} enumeration
     * @param {string} name
     * @returns {number}
     */
    number(enumeration, name) {
        const member = this.#enums.get(enumeration)?.members.find((it) => it.name === name);
        if (!member) {
            throw new SacralmetError(`The description of the interface lacks ${name}.`);
        }
        return member.value;
    }

    /**
     * A struct: its size and members.
     * @param {string} name
     * @returns {object}
     */
    struct(name) {
        const struct = this.#structs.get(name);
        if (!struct) {
            throw new SacralmetError(`The description of the interface lacks the struct ${name}.`);
        }
        return struct;
    }

    /**
     * Where the members of a struct lie, as the description has it.
     * @param {string} name
     * @param {4|8} pointerSize bytes of a pointer: 4 for WebAssembly
     * @returns {{size: number, members: {name: string, type: string, offset: number,
     *     count: number|null}[]}}
     */
    layout(name, pointerSize) {
        const struct = this.struct(name);
        const suffix = pointerSize === 4 ? '_32' : '';
        return {
            size: struct[`size${suffix}`],
            members: struct.members.map((member) => ({
                name: member.name,
                type: member.type,
                offset: member[`offset${suffix}`],
                count: member.count,
            })),
        };
    }
}
