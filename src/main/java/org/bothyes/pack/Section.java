// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.List;

/**
 * A short run of topics that are asked together, followed by its choices.
 *
 * @param minutes how long answering all of it takes, in whole minutes
 */
public record Section(Id<Section> id, int minutes, List<Topic> topics, List<Choice> choices) {}
