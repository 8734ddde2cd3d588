// The educator's own window beside the stage: the time, the step, and the stage by remote control. It speaks with the stage
// through the browser they share, so nobody else can.
const $ = id => document.getElementById(id);
const stage = new BroadcastChannel('both-yes-stage ' + $('main').dataset.lesson);
const shows = {people: 'people', answers: 'cover', overlap: 'blind', naive: 'naive', fishing: 'fishing', questions: 'questions'};
const steps = [...document.querySelectorAll('#steps > li')];
let at = 0;
let before = 0; // milliseconds that the clock has run until it was stopped last
let since; // when it was started; undefined while it stands
document.querySelector('.desk').hidden = false;

const minutes = step => +step.dataset.minutes.split(' ')[$('version').value];
const planned = () => steps.filter(step => minutes(step) > 0);
const written = millis => `${Math.floor(millis / 60000)}:${String(Math.floor(millis / 1000) % 60).padStart(2, '0')}`;
const tick = () => {
  const gone = before + (since ? Date.now() - since : 0);
  const sum = steps => steps.reduce((sum, step) => sum + minutes(step), 0);
  const all = sum(planned());
  const until = sum(planned().slice(0, at + 1));
  $('clock').textContent = written(gone);
  $('share').value = gone / 60000 / all;
  const says = gone > until * 60000 ? $('until').dataset.over : $('until').dataset.until;
  $('until').textContent = `${says} ${written(until * 60000)}`;
};
const look = () => {
  const plan = planned();
  at = Math.max(0, Math.min(at, plan.length - 1));
  steps.forEach(step => {
    step.hidden = !plan.includes(step);
    step.ariaCurrent = step === plan[at] ? 'step' : null;
  });
  $('back').disabled = at === 0;
  $('on').disabled = at === plan.length - 1;
  tick();
};
const move = by => {
  at += by;
  look();
  const step = planned()[at];
  step.scrollIntoView({block: 'center'});
  stage.postMessage({do: shows[step.dataset.do]});
};
$('on').addEventListener('click', () => move(1));
$('back').addEventListener('click', () => move(-1));
$('version').addEventListener('change', () => { at = 0; look(); });
$('run').addEventListener('click', () => {
  before += since ? Date.now() - since : 0;
  since = since ? undefined : Date.now();
  $('run').setAttribute('aria-pressed', String(!!since));
  tick();
});
setInterval(tick, 1000);
document.querySelectorAll('[data-do]:is(button)').forEach(button =>
  button.addEventListener('click', () => stage.postMessage({do: button.dataset.do})));
addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches('select')) return;
  if (event.key === ' ' && event.target.matches('button, a')) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === 'r' || !/^([a-z ]|ArrowRight|PageDown)$/.test(key)) return; // what takes everything away is pressed on the stage alone
  event.preventDefault();
  stage.postMessage({key});
});
const says = $('stage').dataset;
stage.addEventListener('message', ({data}) => {
  if (!('view' in data || data.gone)) return; // another presenter's
  $('stage').textContent = data.gone ? says.none : says.there + (data.next ? ` ${says.next} ${data.next}` : '');
  $('open-stage').hidden = !data.gone;
  if (data.fresh) stage.postMessage({there: true});
});
$('stage').textContent = says.none;
addEventListener('pagehide', () => stage.postMessage({there: false}));
stage.postMessage({there: true});
look();
