/**
 * The rooms a partner walks through: one class a page, each thin. {@link org.bothyes.conversation.ui.Walk} says what
 * comes next, {@link org.bothyes.conversation.ui.Journey} knows who walks, and what both share is told by
 * {@link org.bothyes.conversation.ui.SharedPage}, which never sees a sheet.
 */
@NullMarked
package org.bothyes.conversation.ui;

import org.jspecify.annotations.NullMarked;
