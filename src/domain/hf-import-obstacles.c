#include "config.h"

#include "hf-import-obstacles.h"

#include <glib/gi18n.h>

const HfChoice hf_import_obstacle_kinds[] = {
  [HF_IMPORT_OBSTACLE_CHANGED] = { "changed", NC_ ("choice", "Changed since") },
  [HF_IMPORT_OBSTACLE_GONE] = { "gone", NC_ ("choice", "No longer there") },
  [HF_IMPORT_OBSTACLE_IMPORT] = { "import", NC_ ("choice", "Changed by a later import") },
  [HF_IMPORT_OBSTACLE_MERGE] = { "merge", NC_ ("choice", "Merged since") },
  [HF_IMPORT_OBSTACLE_INTERVIEW] = { "interview", NC_ ("choice", "Interview") },
  [HF_IMPORT_OBSTACLE_CALL] = { "call", NC_ ("choice", "Call") },
  [HF_IMPORT_OBSTACLE_QUEUE] = { "queue", NC_ ("choice", "Call queue") },
  [HF_IMPORT_OBSTACLE_COMPLAINT] = { "complaint", NC_ ("choice", "Complaint") },
  [HF_IMPORT_OBSTACLE_PROMISE] = { "promise", NC_ ("choice", "Promise") },
  [HF_IMPORT_OBSTACLE_CONSENT] = { "consent", NC_ ("choice", "Consent") },
  [HF_IMPORT_OBSTACLE_WORDS] = { "words", NC_ ("choice", "Customer's words") },
  [HF_IMPORT_OBSTACLE_REASON] = { "reason", NC_ ("choice", "Churn reason") },
  [HF_IMPORT_OBSTACLE_PURCHASE] = { "purchase", NC_ ("choice", "Purchases") },
  [HF_IMPORT_OBSTACLE_SCORE] = { "score", NC_ ("choice", "Satisfaction score") },
  [HF_IMPORT_OBSTACLE_MANAGER] = { "manager", NC_ ("choice", "Account manager") },
  { NULL, NULL },
};

static void
obstacle_free (gpointer data)
{
  HfImportObstacle *obstacle = data;
  g_free (obstacle->code);
  g_free (obstacle->title);
  g_free (obstacle->what);
  g_free (obstacle);
}

/**
 * hf_import_obstacles_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer full): the list
 */
HfImportObstacles *
hf_import_obstacles_new (void)
{
  HfImportObstacles *self = g_new0 (HfImportObstacles, 1);
  self->shown = g_ptr_array_new_with_free_func (obstacle_free);
  return self;
}

/**
 * hf_import_obstacles_free:
 * @self: (transfer full): a list
 *
 * Frees it.
 */
void
hf_import_obstacles_free (HfImportObstacles *self)
{
  g_ptr_array_unref (self->shown);
  g_free (self);
}

/**
 * hf_import_obstacles_add:
 * @self: a list
 * @obstacle: (transfer full): what stands in the way
 *
 * Adds to what is shown; does not count.
 */
void
hf_import_obstacles_add (HfImportObstacles *self, HfImportObstacle *obstacle)
{
  g_ptr_array_add (self->shown, obstacle);
}
