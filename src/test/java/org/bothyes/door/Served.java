// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bothyes.Application;
import org.bothyes.conversation.Fixture;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole application behind a real port. One for all tests that ask for pages and change no setting. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {Application.class, Fixture.class, Broken.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"BOTH_YES_DATA=./target/data/${random.uuid}", "vaadin.productionMode=true"})
public @interface Served {}
