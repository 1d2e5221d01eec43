/** Whether this is Node, where files are read. @type {boolean} */
export const inNode = typeof process === 'object' && process.versions?.node !== undefined;

/**
 * The bytes of a file, or of what an address names.
 * @param {string|URL} where
 * @returns {Promise<Uint8Array>}
 */
export async function readBytes(where) {
    const url = where instanceof URL ? where : null;
    if (inNode && (url === null || url.protocol === 'file:')) {
        const { readFile } = await import('node:fs/promises');
        return readFile(where);
    }
    const answer = await fetch(where);
    if (!answer.ok) {
        throw new Error(`${where}: ${answer.status} ${answer.statusText}`);
    }
    return new Uint8Array(await answer.arrayBuffer());
}

/**
 * What a JSON file says.
 * @param {string|URL} where
 * @returns {Promise<object>}
 */
export async function readJson(where) {
    return JSON.parse(new TextDecoder().decode(await readBytes(where)));
}
