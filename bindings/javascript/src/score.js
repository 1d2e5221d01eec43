import { bits } from './core.js';
import { SacralmetError } from './errors.js';

/**
 * The number of a term, or the error of an unknown one.
 * @param {import('./core.js').Core} core
 * @param {string} vocabulary
 * @param {string} key
 * @returns {number}
 */
export function termNumber(core, vocabulary, key) {
    const number = core.vocabulary(vocabulary).number(key);
    if (number === null) {
        throw new SacralmetError(`There is no ${vocabulary} called "${key}".`, {
            status: 'SMET_ERROR_UNKNOWN_TERM',
        });
    }
    return number;
}

/**
 * The answer of one instrument for a record, as a plain object.
 * @param {import('./core.js').Core} core
 * @param {import('./catalog.js').Catalog} catalog
 * @param {number} record address of the record
 * @param {string} key the instrument
 */
export function readScore(core, catalog, record, key) {
    const instrument = termNumber(core, 'instrument', key);
    const score = core.fillOrSayWhy('smet_record_score', 'smet_score', record, instrument);
    const bands = catalog.bandKeys(instrument);
    return {
        instrument: key,
        label: core.vocabulary('instrument').label(key),
        minimum: score.minimum,
        maximum: score.maximum,
        totals: bits(score.totals),
        bands: bits(score.bands).map((it) => bands[it]),
        isComplete: score.isComplete,
        isDecided: score.isDecided,
        missing: score.missing.slice(0, score.missingCount),
        items: Array.from({ length: score.itemCount }, (_, i) =>
            readItem(core, catalog, record, instrument, i),
        ),
        notes: core.texts('smet_record_score_notes', record, instrument),
    };
}

function readItem(core, catalog, record, instrument, index) {
    const item = core.fillOrSayWhy(
        'smet_record_score_item',
        'smet_score_item',
        record,
        instrument,
        index,
    );
    const fields = core.vocabulary('field');
    const field = fields.number(item.field);
    return {
        ...item,
        points: bits(item.points),
        option: item.option === -1 ? null : catalog.value(field, item.option),
        derivedFrom: core
            .list('smet_record_score_item_derived_from', record, instrument, index)
            .map((it) => fields.key(it)),
    };
}
