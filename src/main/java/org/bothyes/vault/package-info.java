/**
 * Secrets, keys and the boxes that answers are kept in. Knows bytes, not questions. Standard primitives only: HKDF,
 * X25519 and AES-256-GCM of the JDK, Argon2id of Bouncy Castle.
 *
 * <pre>
 * IK      instance key, 32 bytes, a file outside the database            {@link org.bothyes.vault.InstanceKey}
 * S       a partner's secret, 128 random bits, never stored              {@link org.bothyes.vault.Secret}
 * PK      = Argon2id(PIN, salt = HKDF(S, "pin-salt/v1"))                 {@link org.bothyes.vault.Stretching}
 * lookup  = HKDF(IK, S, "lookup/v1")                                     finds the row
 * root    = HKDF(IK, S | PK, "root/v1")                                  wraps the partner's {@link org.bothyes.vault.Keys}:
 *   priv    X25519                                                       opens what lies between the two
 *   DK      random                                                       opens this partner's own draft
 * between = HKDF(IK, X25519(own priv, the other's pub), "between/v1" | label)
 * box     = version | nonce | AES-256-GCM(key, padded content, label)    {@link org.bothyes.vault.Aead}
 * </pre>
 *
 * {@link org.bothyes.vault.Vault} is the door. Whatever is wrong or missing (instance key, secret, PIN, conversation,
 * round, role), opening fails with one and the same {@link org.bothyes.vault.Unopened}.
 */
@NullMarked
package org.bothyes.vault;

import org.jspecify.annotations.NullMarked;
