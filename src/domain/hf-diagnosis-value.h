#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the customers' friends might have bought. Off unless the firm switches it on. */
typedef struct
{
  gboolean counted;
  double friends;    /* of each lost customer; article 003 says 10 */
  double conversion; /* share of the friends who would have bought, 0 to 1 */
} HfFriendsTerm;

typedef struct
{
  double customers; /* the value of those lost */
  double friends;   /* shown apart; 0 where it is off */
} HfLoss;

HfLoss hf_diagnosis_loss (double mean_value, guint lost, const HfFriendsTerm *friends);
gboolean hf_diagnosis_lifetime_value (double margin, double retention, double discount,
                                      double *value);

G_END_DECLS
