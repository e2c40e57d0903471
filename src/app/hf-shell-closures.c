#include "config.h"

#include "hf-shell-closures.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "hf-server-words.h"
#include "hf-store-location.h"

#define BADGE_MAX 99

/**
 * hf_shell_page_label:
 * @title: a page's name
 * @count: how much is due there
 *
 * Names a page for a screen reader and for the narrow sidebar's tooltip.
 *
 * Returns: (transfer full): such as "Today, 7 due"
 */
char *
hf_shell_page_label (const char *title, guint count)
{
  if (count == 0)
    return g_strdup (title);
  /* Translators: a page's name, and how many things are due there. */
  return g_strdup_printf (ngettext ("%s, %u due", "%s, %u due", count), title, count);
}

/**
 * hf_shell_badge:
 * @unused: the row
 * @count: how much is due
 *
 * Words a badge, which has no room for more than two digits.
 *
 * Returns: (transfer full): such as "7" or "99+"
 */
char *
hf_shell_badge (gpointer unused, guint count)
{
  if (count > BADGE_MAX)
    return g_strdup_printf ("%d+", BADGE_MAX);
  return g_strdup_printf ("%u", count);
}

/**
 * hf_shell_shows_badge:
 * @unused: the row
 * @count: how much is due
 * @compact: whether the sidebar shows icons only
 *
 * Tells whether a badge is shown as a number.
 *
 * Returns: whether it is
 */
gboolean
hf_shell_shows_badge (gpointer unused, guint count, gboolean compact)
{
  return count > 0 && !compact;
}

/**
 * hf_shell_shows_dot:
 * @unused: the row
 * @count: how much is due
 * @compact: whether the sidebar shows icons only
 *
 * Tells whether a badge stands on the icon, for want of room.
 *
 * Returns: whether it does
 */
gboolean
hf_shell_shows_dot (gpointer unused, guint count, gboolean compact)
{
  return count > 0 && compact;
}

/**
 * hf_shell_database_name:
 * @unused: the sidebar
 * @database: (nullable): where a database is
 *
 * Names a database as people know it, a file without its folder.
 *
 * Returns: (transfer full): such as "demo.huifang" or "huifang on db.example.com"
 */
char *
hf_shell_database_name (gpointer unused, const char *database)
{
  if (database == NULL)
    return g_strdup ("");
  if (hf_store_location_is_server (database))
    return hf_store_location_describe (database);
  g_autofree char *name = g_path_get_basename (database);
  return g_filename_display_name (name);
}

/**
 * hf_shell_database_place:
 * @unused: the sidebar
 * @database: (nullable): where a database is
 *
 * Says in full where a database is.
 *
 * Returns: (transfer full): a file's path, or a server and whom it knows
 */
char *
hf_shell_database_place (gpointer unused, const char *database)
{
  return database != NULL ? hf_server_words_place (database) : g_strdup ("");
}

/**
 * hf_shell_saved:
 * @saved_at: the moment of the last commit; 0 before the first
 * @draft_lost: whether what is being typed could not be kept
 *
 * Words whether everything is on disk.
 *
 * Returns: (transfer full): such as "Saved 12:03"
 */
char *
hf_shell_saved (gint64 saved_at, gboolean draft_lost)
{
  if (draft_lost)
    return g_strdup (_ ("What you type is not kept"));
  if (saved_at == 0)
    return g_strdup (_ ("Everything is saved"));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (saved_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");
  /* Translators: at what time of the day the last change was saved. */
  return g_strdup_printf (_ ("Saved %s"), clock);
}
