#include "config.h"

#include "hf-db-secret.h"

/**
 * hf_db_secret_free:
 * @secret: (transfer full) (nullable): a text
 *
 * Frees a text, and leaves nothing of it in memory.
 */
void
hf_db_secret_free (gpointer secret)
{
  /* What is volatile is written though nobody reads it any more. */
  for (volatile char *c = secret; c != NULL && *c != '\0'; c++)
    *c = '\0';
  g_free (secret);
}
