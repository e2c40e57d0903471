#pragma once

#include "hf-choice.h"

G_BEGIN_DECLS

/* What stands in the way of undoing an import. */
typedef enum
{
  HF_IMPORT_OBSTACLE_CHANGED,
  HF_IMPORT_OBSTACLE_GONE,
  HF_IMPORT_OBSTACLE_IMPORT,
  HF_IMPORT_OBSTACLE_MERGE,
  HF_IMPORT_OBSTACLE_INTERVIEW,
  HF_IMPORT_OBSTACLE_CALL,
  HF_IMPORT_OBSTACLE_QUEUE,
  HF_IMPORT_OBSTACLE_COMPLAINT,
  HF_IMPORT_OBSTACLE_PROMISE,
  HF_IMPORT_OBSTACLE_CONSENT,
  HF_IMPORT_OBSTACLE_WORDS,
  HF_IMPORT_OBSTACLE_REASON,
  HF_IMPORT_OBSTACLE_PURCHASE,
  HF_IMPORT_OBSTACLE_SCORE,
  HF_IMPORT_OBSTACLE_MANAGER,
} HfImportObstacleKind;

extern const HfChoice hf_import_obstacle_kinds[];

/* One piece of later work. */
typedef struct
{
  HfImportObstacleKind kind;
  char *code;  /* of the customer, or the complaint's number; may be NULL */
  char *title; /* the customer's name; may be NULL */
  char
      *what; /* the label of the field that was changed, the later import's file; may be NULL */
  gint64 at; /* when, 0: not known */
} HfImportObstacle;

/* As many as are shown. */
#define HF_IMPORT_OBSTACLES_SHOWN 200

/* All later work on which something of an import rests. */
typedef struct
{
  GPtrArray *shown; /* (element-type HfImportObstacle): the first ones */
  gint64 count;     /* how many there are */
} HfImportObstacles;

HfImportObstacles *hf_import_obstacles_new (void);
void hf_import_obstacles_free (HfImportObstacles *self);
void hf_import_obstacles_add (HfImportObstacles *self, HfImportObstacle *obstacle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportObstacles, hf_import_obstacles_free)

G_END_DECLS
