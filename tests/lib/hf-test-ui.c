#include "config.h"

#include "hf-test-ui.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <unistd.h>

/* The lower ones are those of people, and of servers that look for one. */
#define FIRST_DISPLAY 1000

/* However its parent ends. */
static void
end_with_parent (gpointer unused)
{
#ifdef __linux__
  prctl (PR_SET_PDEATHSIG, SIGTERM);
#endif
}

/* On a display that several programs share they take the keyboard from each other: whoever
 * shows a window has it. Where there is no Xvfb, the display is the one that is there. Its
 * number is nobody else's: servers that look for one themselves, at the same time, may find the
 * same, and the end of either is felt by both programs.
 */
static void
start_display (void)
{
  g_autofree char *display = g_strdup_printf (":%d", FIRST_DISPLAY + (int) getpid ());
  const char *command[] = { "Xvfb",    display,      "-displayfd",  "1",
                            "-screen", "0",          "1280x800x24", "-nolisten",
                            "tcp",     "-terminate", NULL };
  int output = -1, number = -1;
  if (!g_spawn_async_with_pipes (NULL, (char **) command, NULL,
                                 G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD
                                     | G_SPAWN_STDERR_TO_DEV_NULL,
                                 end_with_parent, NULL, NULL, NULL, &output, NULL, NULL))
    return;
  FILE *said = fdopen (output, "r");
  if (fscanf (said, "%d", &number) != 1)
    g_error ("Xvfb does not start");
  fclose (said);
  g_setenv ("DISPLAY", display, TRUE);
}

static const char *
find_field (const GLogField *fields, gsize n_fields, const char *key)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, key) == 0 && fields[i].length < 0)
      return fields[i].value;
  return "";
}

/* On a starved machine GTK 4.8 may paint a part of one of its own scroll bars before it has
 * laid it out, and says so; the next frame is right. All else that is warned of ends the test.
 */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer unused)
{
  const char *message = find_field (fields, n_fields, "MESSAGE");
  if (strcmp (find_field (fields, n_fields, "GLIB_DOMAIN"), "Gtk") == 0
      && strstr (message, "snapshot GtkGizmo") != NULL
      && strstr (message, "without a current allocation") != NULL)
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, NULL);
}

/**
 * hf_test_ui_init:
 * @argc: how many arguments the program has
 * @argv: the arguments
 *
 * Begins a program of the suite "ui", on a display of its own.
 */
void
hf_test_ui_init (int *argc, char ***argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);
  start_display ();
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}
