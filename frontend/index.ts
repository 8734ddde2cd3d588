// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
// How a room starts: as by Vaadin's own index.ts, but it tells less, and no tap or key waits for all of it.
import {Router} from '@vaadin/router';
import {Flow} from 'Frontend/generated/jar-resources/Flow.js';

const components = () => import('Frontend/generated/flow/generated-flow-imports.js');
const nextTask = () => new Promise(done => setTimeout(done));

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

  await nextTask();
  new Router(document.querySelector('#outlet')).setRoutes(flow.serverSideRoutes);

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
