/**
 * The outermost ring of tests: the packaged application as a process of its own, real browsers, and people who do what
 * people do. Each test is a sentence; {@link org.bothyes.usecases.Person} speaks, {@link org.bothyes.usecases.Running}
 * starts and kills the server.
 */
@NullMarked
package org.bothyes.usecases;

import org.jspecify.annotations.NullMarked;
