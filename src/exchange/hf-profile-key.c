#include "config.h"

#include "hf-profile-key.h"

#include <string.h>

/**
 * hf_profile_key_escape:
 * @text: any text, not empty
 *
 * Makes a text fit to stand before the "=" of a profile's line: = [ ] # and % become %3D, %5B
 * and so on, as do control characters and a space at either end; all else stays readable.
 *
 * Returns: (transfer full): the key
 */
char *
hf_profile_key_escape (const char *text)
{
  GString *key = g_string_new (NULL);
  gsize length = strlen (text);
  for (gsize i = 0; i < length; i++)
    {
      gboolean at_an_end = i == 0 || i + 1 == length;
      if (strchr ("=[]#%", text[i]) != NULL || g_ascii_iscntrl (text[i])
          || (text[i] == ' ' && at_an_end))
        g_string_append_printf (key, "%%%02X", (guchar) text[i]);
      else
        g_string_append_c (key, text[i]);
    }
  return g_string_free (key, FALSE);
}

/**
 * hf_profile_key_unescape:
 * @key: what stands before the "=" of a profile's line
 *
 * Gives the text that a key stands for; a % without two hexadecimal digits is itself, so that
 * people need not know of the escape to write "50% off".
 *
 * Returns: (transfer full): the text
 */
char *
hf_profile_key_unescape (const char *key)
{
  GString *text = g_string_new (NULL);
  for (const char *at = key; *at != '\0'; at++)
    {
      if (at[0] == '%' && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2])
          && (at[1] != '0' || at[2] != '0'))
        {
          g_string_append_c (text,
                             g_ascii_xdigit_value (at[1]) * 16 + g_ascii_xdigit_value (at[2]));
          at += 2;
        }
      else
        g_string_append_c (text, *at);
    }
  return g_string_free (text, FALSE);
}
