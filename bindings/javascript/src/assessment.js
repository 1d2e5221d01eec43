import { Handle, makeDisposable } from './handle.js';
import { BaseRecord, fieldNumber } from './record.js';
import { readScore, termNumber } from './score.js';

/**
 * What the library says of a record. It never changes, and does not need the record any more.
 */
export class BaseAssessment {
    #core;
    #catalog;
    #handle;

    /**
     * @param {object} library what the binding keeps for a loaded library
     * @param {BaseRecord|object|Iterable} record a record, or facts as for one
     */
    constructor(library, record) {
        const { core, catalog } = library;
        this.#core = core;
        this.#catalog = catalog;
        const own = record instanceof BaseRecord ? null : new (library.Record())(record);
        const { smet_assess, smet_assessment_free } = core.functions;
        try {
            const address = (own ?? record).addressFor(core);
            const assessment = core.guard(
                (error) => smet_assess(address, error),
                (result) => result === 0,
            );
            this.#handle = new Handle(assessment, smet_assessment_free, 'assessment');
        } finally {
            own?.dispose();
        }
    }

    #keys(vocabulary, name, ...given) {
        const terms = this.#core.vocabulary(vocabulary);
        return this.#core.list(name, this.#handle.address, ...given).map((it) => terms.key(it));
    }

    /** The scores, by the instruments' keys. */
    get scores() {
        const keys = this.#core.vocabulary('instrument').keys();
        return Object.fromEntries(keys.map((key) => [key, this.score(key)]));
    }

    /**
     * The score of one instrument.
     * @param {string} instrument
     */
    score(instrument) {
        const record = this.#core.functions.smet_assessment_record(this.#handle.address);
        return readScore(this.#core, this.#catalog, record, instrument);
    }

    /** What there is to say, in the order of a reader. */
    get dispositions() {
        const count = this.#core.functions.smet_assessment_disposition_count(
            this.#handle.address,
        );
        return Array.from({ length: Number(count) }, (_, i) =>
            this.#disposition('smet_assessment_disposition_at', i),
        );
    }

    /** What is known of each intervention, by their keys. */
    get interventions() {
        const keys = this.#core.vocabulary('intervention').keys();
        return Object.fromEntries(keys.map((key) => [key, this.intervention(key)]));
    }

    /**
     * What is known of one intervention.
     * @param {string} key
     */
    intervention(key) {
        const number = termNumber(this.#core, 'intervention', key);
        return this.#disposition('smet_assessment_disposition', number);
    }

    #disposition(name, number) {
        const core = this.#core;
        const { possibleCount, isSettled, ...found } = core.fill(
            name,
            'smet_disposition',
            this.#handle.address,
            number,
        );
        const intervention = core.vocabulary('intervention').number(found.intervention);
        return {
            intervention: found.intervention,
            label: core.vocabulary('intervention').label(found.intervention),
            disposition: found.disposition,
            isSettled,
            possible: found.possible.slice(0, possibleCount),
            side: found.side,
            deciding: this.#keys('field', 'smet_assessment_deciding', intervention),
            alarming: this.#keys('field', 'smet_assessment_alarming', intervention),
            rules: core
                .list('smet_assessment_rules', this.#handle.address, intervention)
                .map((rule) => this.#rule(intervention, rule)),
            cautions: this.#keys('rule', 'smet_assessment_cautions', intervention),
        };
    }

    #rule(intervention, number) {
        const state = this.#core.fill(
            'smet_assessment_rule',
            'smet_rule_state',
            this.#handle.address,
            intervention,
            number,
        );
        const { rationale, section, grade, references } = this.#catalog.rule(state.rule);
        return {
            ...state,
            derived: this.#keys('field', 'smet_assessment_rule_derived', number),
            rationale,
            section,
            grade,
            citations: references.map((key) => this.#catalog.citation(key)),
        };
    }

    /** The conflicts of this patient, by their keys. */
    get conflicts() {
        return this.#keys('conflict', 'smet_assessment_conflicts');
    }

    /** Groups of entered facts that contradict each other. */
    get inconsistencies() {
        const core = this.#core;
        const { functions } = core;
        const { address } = this.#handle;
        const count = Number(functions.smet_assessment_inconsistency_count(address));
        return Array.from({ length: count }, (_, i) => ({
            fields: this.#keys('field', 'smet_assessment_inconsistency_fields', i),
            text: core.text(functions.smet_assessment_inconsistency_text(address, i)),
        }));
    }

    /** The facts that would settle most, those that could reveal an emergency first. */
    get next() {
        const { address } = this.#handle;
        const count = Number(this.#core.functions.smet_assessment_next_count(address));
        return Array.from({ length: count }, (_, i) => {
            const fact = this.#core.fill('smet_assessment_next', 'smet_next_fact', address, i);
            return {
                ...fact,
                label: this.#core.vocabulary('field').label(fact.field),
                interventions: this.#keys('intervention', 'smet_assessment_next_interventions', i),
                instruments: this.#keys('instrument', 'smet_assessment_next_instruments', i),
            };
        });
    }

    /** What is known of the findings: `true`, `false` or `unknown`, by their keys. */
    get findings() {
        const core = this.#core;
        const { address } = this.#handle;
        return Object.fromEntries(
            [...core.vocabulary('finding')].map(({ key, number }) => [
                key,
                core
                    .vocabulary('truth')
                    .key(core.functions.smet_assessment_finding(address, number)),
            ]),
        );
    }

    /**
     * The values of a field that are still possible once linked fields were applied.
     * @param {string} field
     * @returns {(string|number)[]}
     */
    values(field) {
        const number = fieldNumber(this.#core, field);
        return this.#core
            .list('smet_assessment_values', this.#handle.address, number)
            .map((it) => this.#catalog.value(number, it));
    }

    /** All of it as a plain object. */
    toJSON() {
        const { scores, dispositions, conflicts, inconsistencies, next, findings } = this;
        return { scores, dispositions, conflicts, inconsistencies, next, findings };
    }

    /** Gives its memory back at once. Whoever does not call it leaves that to the collector. */
    dispose() {
        this.#handle.dispose();
    }
}

makeDisposable(BaseAssessment);
