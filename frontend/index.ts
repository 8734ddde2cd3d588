// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
// How a room starts: as by Vaadin's own index.ts, but it tells less, and no tap or key waits for all of it.
import {Router} from '@vaadin/router';
import {Flow} from 'Frontend/generated/jar-resources/Flow.js';

const components = () => import('Frontend/generated/flow/generated-flow-imports.js');
const nextTask = () => new Promise(done => setTimeout(done));

// Without a connection Vaadin puts a page that isn't there in place of the room, and its notice stays when what it
// waited for has come. Here the room stays as it is, and the server is asked until it answers. Leaving is never held up.
function hold(flow: any) {
  const {Vaadin} = window as any;
  const connection = Vaadin.connectionState;
  flow.offlineStubAction = async () => flow.container ?? document.createElement('main');
  addEventListener('click', event => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a:not([data-leave])');
    if (link && connection.offline && link.origin === location.origin && !link.hash) event.preventDefault();
  }, true);
  // The browser's own way back: the address has changed already, so the room follows when there is a connection.
  let goesBack = false;
  addEventListener('popstate', event => {
    goesBack = connection.offline;
    if (goesBack) event.stopImmediatePropagation();
  }, true);

  let next: ReturnType<typeof setTimeout>;
  const waits = () => Object.values<any>(Vaadin.Flow.clients).some(client => client.isActive());
  const ask = () => fetch('/mark.svg', {method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000)})
    .then(answer => {
      if (!answer.ok || (window as any).leaving) return;
      if (!flow.container) location.reload();
      else if (!waits()) connection.state = 'connected';
    })
    .catch(() => {})
    .finally(look);
  const look = () => {
    clearTimeout(next);
    if (connection.offline) next = setTimeout(ask, 1000);
    else if (goesBack) dispatchEvent(new PopStateEvent('popstate'));
  };
  connection.addStateChangeListener(look);
  look();
}

// The browser's own list of pages is read by whoever shares the device. What somebody opens on the side, to finish without
// sharing or to find support, is not named in it: the address stays as it is, and going back or loading anew leads there.
const aside = new Set(
  ['finish', 'support', 'later', 'held', 'erase', 'less', 'new-round', 'hand-over'].map(room => `/c/${room}`));

function keepAside(router: Router) {
  addEventListener('click', event => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]');
    if (!link || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.origin !== location.origin || !aside.has(link.pathname)) return;
    event.preventDefault();
    if (!history.state?.aside) history.pushState({aside: true}, '', location.href);
    router.render(link.pathname, false);
  }, true);
}

async function start() {
  const flow = new Flow({imports: components});

  // Vaadin would put the time zone, the screen and what else the device is and can do into the address of its first
  // request, and to find out the name of the zone takes a slow phone a tenth of a second. Two things are needed: whose tab
  // this is, and how far its clock is from UTC, for a card that stays until the morning. Vaadin reads them where there is a
  // width, even an empty one.
  Object.assign(flow, {
    collectBrowserDetails: async () => ({'v-sw': '', 'v-wn': window.name, 'v-tzo': new Date().getTimezoneOffset()}),
  });

  // The theme is Aura: no component need look through all styles for what Lumo would have it wear.
  Object.assign(document, {__lumoInjectorDisabled: true});

  hold(flow);

  await nextTask();
  const router = new Router(document.querySelector('#outlet'));
  keepAside(router);
  router.setRoutes(flow.serverSideRoutes);

  // While the server answers, the components are made, piece by piece, and at last what is left of them.
  for (const piece of [
    () => import('@vaadin/button/src/vaadin-button.js'),
    () => import('@vaadin/checkbox-group/src/vaadin-checkbox-group.js'),
    () => import('@vaadin/radio-group/src/vaadin-radio-group.js'),
    components,
  ]) {
    await nextTask();
    await piece();
  }
}

nextTask().then(start);
