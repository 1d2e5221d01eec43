/**
 * What the library refuses, and what the binding refuses before it asks the library.
 */
export class SacralmetError extends Error {
    /**
     * @param {string} message one English sentence; begins with the field's key where there is one
     * @param {object} [detail]
     * @param {string|null} [detail.status] name of the status, such as `SMET_ERROR_CONTRADICTION`
     * @param {string|null} [detail.field] key of the field that it is about
     * @param {number|null} [detail.row] row of the column that it is about, from 0
     * @param {unknown} [detail.cause] what caused it
     */
    constructor(message, { status = null, field = null, row = null, cause } = {}) {
        super(message, cause === undefined ? undefined : { cause });
        this.name = 'SacralmetError';
        /** @type {string|null} */
        this.status = status;
        /** @type {string|null} */
        this.field = field;
        /** @type {number|null} */
        this.row = row;
    }
}
