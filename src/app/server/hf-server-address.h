#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A connection string of libpq, taken apart. */
typedef struct
{
  GPtrArray *options; /* (element-type HfServerOption): in the order of the string */
} HfServerAddress;

HfServerAddress *hf_server_address_parse (const char *location);
void hf_server_address_free (HfServerAddress *self);
const char *hf_server_address_get (const HfServerAddress *self, const char *keyword);
void hf_server_address_set (HfServerAddress *self, const char *keyword, const char *value);
char *hf_server_address_to_location (const HfServerAddress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfServerAddress, hf_server_address_free)

G_END_DECLS
