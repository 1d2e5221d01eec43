#!/bin/sh
# fhirpath.js 5.2.2 (npm): weight() finds the points of an answer where the extension ordinalValue
# stands on answerOption. Where it stands on the option's Coding, as R4 allows too, and where
# one answered option has no points, it asks for a terminology server and throws without one:
# a sum over a form is lost for the sake of one option.
set -eu
. "$(dirname "$0")/lib.sh"
node_with fhirpath@5.2.2
cat >seen.cjs <<'END'
const fhirpath = require('fhirpath');
const r4 = require('fhirpath/fhir-context/r4');
const url = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
const option = (code, points, place) => {
    const extension = points === null ? undefined : [{ url, valueDecimal: points }];
    return { valueCoding: { system: 'urn:x', code, ...(place === 'Coding' && { extension }) },
             ...(place === 'answerOption' && extension && { extension }) };
};
const form = (place, points) => ({ resourceType: 'Questionnaire', status: 'active', url: 'urn:q',
    item: [
        { linkId: 'pain', type: 'choice', answerOption: [option('mechanical', 3, place)] },
        { linkId: 'bone', type: 'choice', answerOption: [option('lytic', points, place)] }] });
const answer = (linkId, code) => ({ linkId, answer: [{ valueCoding: { system: 'urn:x', code } }] });
const response = { resourceType: 'QuestionnaireResponse', status: 'completed',
    questionnaire: 'urn:q', item: [answer('pain', 'mechanical'), answer('bone', 'lytic')] };
(async () => {
    for (const [name, questionnaire] of [
        ['on answerOption', form('answerOption', 2)], ['on the Coding', form('Coding', 2)],
        ['one option without', form('answerOption', null)]]) {
        let seen;
        try {
            seen = JSON.stringify(await fhirpath.evaluate(response, 'item.answer.weight().sum()',
                { questionnaire }, r4, { async: true }));
        } catch (error) {
            seen = 'throws, ' + error.message;
        }
        console.log(name + ': ' + seen);
    }
})();
END
node seen.cjs | expect 'on answerOption: [5]
on the Coding: throws, Option "terminologyUrl" is not specified.
one option without: throws, Option "terminologyUrl" is not specified.'
