#include "config.h"

#include <gtk/gtk.h>

#include "hf-application.h"
#include "hf-locale.h"
#include "hf-settings.h"

int
main (int argc, char **argv)
{
  g_autofree char *language = hf_settings_dup_language ();
  hf_locale_init (language);
  /* GTK would set the system's locale again, which may be one that is not there. */
  gtk_disable_setlocale ();

  g_autoptr (HfApplication) application = hf_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
