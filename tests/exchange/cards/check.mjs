// Checks CDS Hooks responses, one a line on standard input, against the schema beside this
// file and against rules that no schema says; then that faults put into a right response on
// purpose are noticed, each of them, and that what is allowed is not.
//
// Usage: node check.mjs MODULES < RESPONSES        MODULES: a directory with node_modules
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import path from 'node:path';

const require = createRequire(path.join(path.resolve(process.argv[2]), 'package.json'));
const Ajv = require('ajv').default ?? require('ajv');
const addFormats = require('ajv-formats').default ?? require('ajv-formats');
const here = path.dirname(new URL(import.meta.url).pathname);
const ajv = new Ajv({allErrors: false, strict: false});
addFormats(ajv);
const fits = ajv.compile(JSON.parse(readFileSync(path.join(here, 'response.schema.json'))));

// The rules beside the schema: cds-resp-1; an order of urgency; names that are not given twice.
const urgency = ['critical', 'warning', 'info'];
function fault(response) {
  if (!fits(response)) return ajv.errorsText(fits.errors);
  const ranks = response.cards.map(card => urgency.indexOf(card.indicator));
  if (ranks.some((rank, i) => i > 0 && rank < ranks[i - 1])) return 'not in order of urgency';
  const names = response.cards.map(card => card.uuid).filter(Boolean);
  if (new Set(names).size !== names.length) return 'a uuid twice';
  for (const card of response.cards) {
    const recommended = (card.suggestions ?? []).filter(one => one.isRecommended);
    if (card.selectionBehavior === 'at-most-one' && recommended.length > 1) return 'cds-resp-1';
  }
  return null;
}

let count = 0, cards = 0, empty = 0, failed = 0, sample = null;
for await (const line of createInterface({input: process.stdin})) {
  if (line === '') continue;
  const response = JSON.parse(line);
  const found = fault(response);
  count++;
  cards += response.cards?.length ?? 0;
  empty += response.cards?.length === 0 ? 1 : 0;
  if (found) {
    failed++;
    if (failed <= 5) console.error(`response ${count}: ${found}`);
  } else if (response.cards.length > 1 && response.cards[0].detail) {
    sample ??= response;
  }
}
if (count === 0 || sample === null) {
  console.error('there was nothing to check');
  process.exit(1);
}

const suggestion = {label: 'x', actions: [{type: 'create', description: 'x', resource: {resourceType: 'Task'}}]};
const link = {label: 'x', url: 'https://example.org/', type: 'absolute'};
const bad = {
  'no cards': r => { delete r.cards; },
  'cards null': r => { r.cards = null; },
  'an empty object for a card': r => { r.cards.push({}); },
  'a null card': r => { r.cards.push(null); },
  'no summary': r => { delete r.cards[0].summary; },
  'an empty summary': r => { r.cards[0].summary = ''; },
  'a blank summary': r => { r.cards[0].summary = ' '; },
  'a summary of 140 characters': r => { r.cards[0].summary = 'x'.repeat(140); },
  'a summary of 140 characters beyond the basic plane': r => { r.cards[0].summary = '\u{1D11E}'.repeat(140); },
  'an empty detail': r => { r.cards[0].detail = ''; },
  'a null detail': r => { r.cards[0].detail = null; },
  'no indicator': r => { delete r.cards[0].indicator; },
  'the old indicator hard-stop': r => { r.cards[0].indicator = 'hard-stop'; },
  'an indicator in capitals': r => { r.cards[0].indicator = 'Warning'; },
  'no source': r => { delete r.cards[0].source; },
  'a source without a label': r => { delete r.cards[0].source.label; },
  'a source with an empty url': r => { r.cards[0].source.url = ''; },
  'a source whose url is none': r => { r.cards[0].source.url = 'doi:10.1/x'; },
  'a topic as text': r => { r.cards[0].source.topic = 'emergency'; },
  'a topic without a code': r => { delete r.cards[0].source.topic.code; },
  'a uuid that is none': r => { r.cards[0].uuid = 'card-1'; },
  'the same uuid twice': r => { r.cards[1].uuid = r.cards[0].uuid; },
  'an unknown key': r => { r.cards[0].severity = 'high'; },
  'an unknown key of the response': r => { r.card = []; },
  'no override reasons in their list': r => { r.cards[0].overrideReasons = []; },
  'an override reason without a display': r => { delete r.cards[0].overrideReasons[0].display; },
  'an override reason with an empty display': r => { r.cards[0].overrideReasons[0].display = ''; },
  'suggestions without selectionBehavior': r => { r.cards[0].suggestions = [suggestion]; },
  'selectionBehavior without suggestions': r => { r.cards[0].selectionBehavior = 'any'; },
  'an empty list of suggestions': r => { Object.assign(r.cards[0], {suggestions: [], selectionBehavior: 'any'}); },
  'two recommended where one may be picked': r => {
    Object.assign(r.cards[0], {selectionBehavior: 'at-most-one',
      suggestions: [{...suggestion, isRecommended: true}, {...suggestion, isRecommended: true}]});
  },
  'an action without a description': r => {
    Object.assign(r.cards[0], {selectionBehavior: 'any', suggestions: [{label: 'x', actions: [{type: 'create'}]}]});
  },
  'a deletion without resourceId': r => { r.systemActions = [{type: 'delete', description: 'x'}]; },
  'an empty list of system actions': r => { r.systemActions = []; },
  'appContext on an absolute link': r => { r.cards[0].links = [{...link, appContext: 'x'}]; },
  'a link without a type': r => { r.cards[0].links = [{label: 'x', url: 'https://example.org/'}]; },
  'the least urgent first': r => { r.cards.push({...structuredClone(r.cards[0]), uuid: undefined, indicator: 'critical'}); delete r.cards.at(-1).uuid; r.cards[0].indicator = 'info'; },
};
const good = {
  'as it is': () => {},
  'no cards at all': r => { r.cards = []; },
  'a summary of 139 characters': r => { r.cards[0].summary = 'x'.repeat(139); },
  'a summary of 139 characters beyond the basic plane': r => { r.cards[0].summary = '\u{1D11E}'.repeat(139); },
  'no detail': r => { delete r.cards[0].detail; },
  'a suggestion with its behavior': r => { Object.assign(r.cards[0], {suggestions: [suggestion], selectionBehavior: 'any'}); },
  'a link': r => { r.cards[0].links = [link, {...link, type: 'smart', appContext: 'x'}]; },
};
function verdicts(changes, isFault) {
  let right = 0;
  for (const [name, change] of Object.entries(changes)) {
    const response = structuredClone(sample);
    change(response);
    if ((fault(response) !== null) === isFault) right++;
    else console.error(`${isFault ? 'not noticed' : `refused: ${fault(response)}`}: ${name}`);
  }
  return [right, Object.keys(changes).length];
}
const [caught, faults] = verdicts(bad, true);
const [accepted, rights] = verdicts(good, false);
console.log(`${count} responses with ${cards} cards, ${empty} of them empty: ${failed} faults`);
console.log(`faults put in on purpose: ${caught} of ${faults} noticed; right ones accepted: ${accepted} of ${rights}`);
process.exit(failed > 0 || caught < faults || accepted < rights ? 1 : 0);
