#pragma once

#include "hf-complaint-case.h"
#include "hf-complaint-clocks.h"
#include "hf-complaint-detail.h"
#include "hf-complaint-escalation.h"
#include "hf-complaint-path.h"
#include "hf-complaint-resolution.h"

G_BEGIN_DECLS

struct _HfComplaintDetail
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkWidget *customer;
  GtkWidget *nobody;
  GtkLabel *subtitle;
  GtkLabel *due;
  HfComplaintPath *path;
  HfComplaintEscalation *escalation;
  HfComplaintClocks *clocks;
  HfComplaintResolution *resolution;
  GtkLabel *words;
  GtkFlowBox *facts;
  GtkListBox *promises;
  GtkWidget *follow_up_group;
  GtkListBox *follow_ups;
  GtkListBox *steps;

  HfStore *store;
  GCancellable *reading;
  gint64 id;
  HfComplaintCase *shown; /* NULL before the first look */
  gboolean opened;        /* by who works here, since it was read last */
};

void hf_complaint_detail_install_actions (GtkWidgetClass *klass);
void hf_complaint_detail_allow (HfComplaintDetail *self);

G_END_DECLS
