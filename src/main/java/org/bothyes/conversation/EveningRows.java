// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface EveningRows extends JpaRepository<EveningRow, UUID> {

    @Modifying
    @Query("delete from EveningRow where overAt <= :now")
    int deleteOver(Instant now);
}
