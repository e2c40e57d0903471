#include "config.h"

#include "hf-json-members.h"

/* Up to here a double is a whole number exactly. */
#define LARGEST_WHOLE 9007199254740992.0

/**
 * hf_json_add_text:
 * @builder: an object that is being built
 * @name: a member's name
 * @text: (nullable): its value, %NULL for null
 *
 * Adds a member that is a text.
 */
void
hf_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/**
 * hf_json_add_count:
 * @builder: an object that is being built
 * @name: a member's name
 * @count: its value
 *
 * Adds a member that counts something.
 */
void
hf_json_add_count (JsonBuilder *builder, const char *name, gint64 count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

/**
 * hf_json_add_number:
 * @builder: an object that is being built
 * @name: a member's name
 * @number: its value
 *
 * Adds a member that is a number; a whole one has no point: 25, not 25.0.
 */
void
hf_json_add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  if (number > -LARGEST_WHOLE && number < LARGEST_WHOLE && number == (double) (gint64) number)
    json_builder_add_int_value (builder, (gint64) number);
  else
    json_builder_add_double_value (builder, number);
}

/**
 * hf_json_begin_object:
 * @builder: an object that is being built
 * @name: a member's name
 *
 * Begins a member that is an object.
 */
void
hf_json_begin_object (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

/**
 * hf_json_begin_array:
 * @builder: an object that is being built
 * @name: a member's name
 *
 * Begins a member that is an array.
 */
void
hf_json_begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}
