#pragma once

#include "hf-import-window.h"

G_BEGIN_DECLS

/* The window that imports, over a database in memory, and a spreadsheet in GB18030: a test's
 * fixture. */
typedef struct
{
  HfStore *store;
  HfImportWindow *window;
  char *file;
} HfTestClinic;

gpointer hf_test_clinic_part_of (gpointer widget, const char *name);
gpointer hf_test_clinic_part (HfTestClinic *fixture, const char *name);
void hf_test_clinic_set_up (HfTestClinic *fixture, gconstpointer data);
void hf_test_clinic_tear_down (HfTestClinic *fixture, gconstpointer data);
void hf_test_clinic_wait_for_step (HfTestClinic *fixture, const char *step);
void hf_test_clinic_wait_for_notice (HfTestClinic *fixture);
GtkWidget *hf_test_clinic_find_titled (GtkWidget *widget, const char *title);
AdwComboRow *hf_test_clinic_get_row (HfTestClinic *fixture, const char *title);
const char *hf_test_clinic_chosen (AdwComboRow *row);
void hf_test_clinic_open_file (HfTestClinic *fixture, const char *path, const char *step);
void hf_test_clinic_act (HfTestClinic *fixture, const char *action);

G_END_DECLS
