// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bothyes.Application;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole application with production's settings, on a new H2 file and, in a run of its own, on a new PostgreSQL. One
 * for all tests that want the same.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(OnPostgres.TAG)
@SpringBootTest(
        classes = {Application.class, Fixture.class, Remembering.class},
        properties = "BOTH_YES_DATA=./target/data/${random.uuid}")
@interface WholeApplication {}
