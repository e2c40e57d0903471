#include "config.h"

#include "hf-import-sieve.h"

#define N_BITS (1u << 25)
#define N_PLACES 3

struct _HfImportSieve
{
  guint8 bits[N_BITS / 8];
};

/**
 * hf_import_sieve_new:
 *
 * Makes an empty one.
 *
 * Returns: (transfer full): a sieve
 */
HfImportSieve *
hf_import_sieve_new (void)
{
  return g_new0 (HfImportSieve, 1);
}

/**
 * hf_import_sieve_free:
 * @self: (transfer full): a sieve
 *
 * Frees it.
 */
void
hf_import_sieve_free (HfImportSieve *self)
{
  g_free (self);
}

/* FNV-1a, 64 bits. */
static guint64
hash (const char *text)
{
  guint64 value = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (const guchar *byte = (const guchar *) text; *byte != '\0'; byte++)
    value = (value ^ *byte) * G_GUINT64_CONSTANT (0x100000001b3);
  return value;
}

/* Places from two hashes do as well as from as many hashes: Kirsch and Mitzenmacher, "Less
 * Hashing, Same Performance" (2006). */
static guint32
place_of (guint64 value, int i)
{
  return ((guint32) value + i * ((guint32) (value >> 32) | 1)) % N_BITS;
}

/**
 * hf_import_sieve_add:
 * @self: a sieve
 * @text: a text
 *
 * Remembers a text.
 */
void
hf_import_sieve_add (HfImportSieve *self, const char *text)
{
  guint64 value = hash (text);
  for (int i = 0; i < N_PLACES; i++)
    {
      guint32 place = place_of (value, i);
      self->bits[place / 8] |= 1 << place % 8;
    }
}

/**
 * hf_import_sieve_may_have:
 * @self: a sieve
 * @text: a text
 *
 * Tells whether a text may have been added.
 *
 * Returns: %FALSE where it certainly was not
 */
gboolean
hf_import_sieve_may_have (const HfImportSieve *self, const char *text)
{
  guint64 value = hash (text);
  for (int i = 0; i < N_PLACES; i++)
    {
      guint32 place = place_of (value, i);
      if ((self->bits[place / 8] & 1 << place % 8) == 0)
        return FALSE;
    }
  return TRUE;
}
