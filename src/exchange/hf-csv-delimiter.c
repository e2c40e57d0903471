#include "config.h"

#include "hf-csv-delimiter.h"

#include <string.h>

#define LOOK_AT_LINES 20

static const char candidates[] = ",;\t|";

/* How many delimiters each of the first lines has, outside quotation marks. */
static guint
count_in_lines (const char *text, gsize length, char delimiter, guint *counts)
{
  guint lines = 0;
  gboolean quoted = FALSE, any = FALSE;
  memset (counts, 0, LOOK_AT_LINES * sizeof *counts);
  for (gsize i = 0; i < length && lines < LOOK_AT_LINES; i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && text[i] == delimiter)
        counts[lines]++;
      else if (!quoted && (text[i] == '\n' || text[i] == '\r'))
        {
          lines += any;
          any = FALSE;
          continue;
        }
      any = TRUE;
    }
  return MIN (lines + any, LOOK_AT_LINES);
}

/* Lines that agree with the first one count most, then how many cells they make. */
static guint
rate (const char *text, gsize length, char delimiter)
{
  guint counts[LOOK_AT_LINES];
  guint lines = count_in_lines (text, length, delimiter, counts);
  guint same = 0;
  if (lines == 0 || counts[0] == 0)
    return 0;
  for (guint i = 0; i < lines; i++)
    same += counts[i] == counts[0];
  return same * 1000 + MIN (counts[0], 999);
}

/**
 * hf_csv_delimiter_guess:
 * @text: (array length=length): the beginning of a text file
 * @length: bytes
 *
 * Finds what stands between the cells.
 *
 * Returns: one of , ; tab | and a comma where nothing tells
 */
char
hf_csv_delimiter_guess (const char *text, gsize length)
{
  char best = candidates[0];
  guint most = 0;
  for (const char *at = candidates; *at != '\0'; at++)
    {
      guint points = rate (text, length, *at);
      if (points > most)
        {
          most = points;
          best = *at;
        }
    }
  return best;
}

/**
 * hf_csv_delimiter_parse:
 * @text: a delimiter as a profile names it: one of , ; | or a tab, also called "tab"
 * @delimiter: (out): the delimiter
 *
 * Reads the name of a delimiter.
 *
 * Returns: %FALSE where it is none
 */
gboolean
hf_csv_delimiter_parse (const char *text, char *delimiter)
{
  if (g_ascii_strcasecmp (text, "tab") == 0)
    *delimiter = '\t';
  else if (strlen (text) == 1 && strchr (candidates, text[0]) != NULL)
    *delimiter = text[0];
  else
    return FALSE;
  return TRUE;
}
