#include "config.h"

#include "hf-import-sample.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hf-text.h"
#include "hf-wide-text.h"

/* So many bytes are looked at for a line that shows the encoding. */
#define BEGINNING 65536
#define SAMPLE_LENGTH 160

const char *const hf_import_encodings[HF_IMPORT_N_ENCODINGS] = { "UTF-8",    "GB18030",
                                                                 "BIG5",     "UTF-16LE",
                                                                 "UTF-16BE", "WINDOWS-1252" };

/**
 * hf_import_encoding_find:
 * @name: (nullable): an encoding's name
 *
 * Finds an encoding among those that can be chosen.
 *
 * Returns: its place, -1 where it is none of them
 */
int
hf_import_encoding_find (const char *name)
{
  for (int i = 0; name != NULL && i < HF_IMPORT_N_ENCODINGS; i++)
    if (g_ascii_strcasecmp (hf_import_encodings[i], name) == 0)
      return i;
  return -1;
}

static GString *
read_beginning (const char *path)
{
  FILE *file = g_fopen (path, "rb");
  GString *bytes = g_string_sized_new (BEGINNING);
  if (file == NULL)
    return bytes;
  g_string_set_size (bytes, fread (bytes->str, 1, BEGINNING, file));
  fclose (file);
  return bytes;
}

/* The first line with a letter that is not ASCII, in which alone encodings differ. */
static char *
pick_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  const char *picked = NULL;
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (picked == NULL && !hf_text_is_blank (lines[i]))
        picked = lines[i];
      if (g_str_is_ascii (lines[i]))
        continue;
      picked = lines[i];
      break;
    }
  if (picked == NULL)
    return NULL;
  g_autofree char *line = g_strdelimit (g_strdup (picked), "\t,;|", ' ');
  return g_utf8_strlen (line, -1) > SAMPLE_LENGTH ? g_utf8_substring (line, 0, SAMPLE_LENGTH)
                                                  : g_steal_pointer (&line);
}

/* Nearly every two bytes are some letter of UTF-16. */
static gboolean
may_be (const GString *bytes, const char *encoding)
{
  if (g_str_equal (encoding, "UTF-16LE"))
    return hf_wide_text_is (bytes->str, bytes->len, G_LITTLE_ENDIAN);
  return !g_str_equal (encoding, "UTF-16BE")
         || hf_wide_text_is (bytes->str, bytes->len, G_BIG_ENDIAN);
}

static char *
read_sample (const GString *bytes, const char *encoding)
{
  if (!may_be (bytes, encoding))
    return NULL;
  gsize read, written;
  g_autofree char *text = g_convert (bytes->str, (gssize) bytes->len, "UTF-8", encoding, &read,
                                     &written, NULL);
  if (text == NULL || memchr (text, '\0', written) != NULL)
    return NULL;
  const char *start = g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;
  return pick_line (start);
}

/**
 * hf_import_samples_read:
 * @path: a text file
 * @samples: (out) (transfer full): a line of the file as it reads in each encoding, %NULL where
 *   the file cannot be read so
 *
 * Reads the beginning of a file in each encoding, for a person to judge which is the right one.
 */
void
hf_import_samples_read (const char *path, char *samples[HF_IMPORT_N_ENCODINGS])
{
  g_autoptr (GString) bytes = read_beginning (path);
  for (guint i = 0; i < HF_IMPORT_N_ENCODINGS; i++)
    samples[i] = read_sample (bytes, hf_import_encodings[i]);
}
