// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bothyes.Application;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole application behind a real port, with time and chance in the test's hands. One for all proofs on the wire. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {Application.class, Fixture.class, Remembering.class, Screens.Known.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "BOTH_YES_DATA=./target/data/${random.uuid}",
            "vaadin.productionMode=true",
            "both-yes.tries=100000",
            "both-yes.lock-after=30d",
            "both-yes.new-round-after=0s"
        })
@interface OnTheWire {}
