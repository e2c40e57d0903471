#include "config.h"

#include "hf-demo-random.h"

/* SplitMix64 (Steele, Lea and Flood 2014). */
static guint64
next (HfDemoRandom *self)
{
  guint64 bits = self->state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  bits = (bits ^ (bits >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  bits = (bits ^ (bits >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return bits ^ (bits >> 31);
}

/**
 * hf_demo_random_below:
 * @self: chance
 * @limit: more than 0
 *
 * Gives a number from 0 to one less than @limit.
 *
 * Returns: a number
 */
guint
hf_demo_random_below (HfDemoRandom *self, guint limit)
{
  return (next (self) >> 32) % limit;
}

/**
 * hf_demo_random_between:
 * @self: chance
 * @lowest: the least
 * @highest: the most
 *
 * Gives a number, both ends included.
 *
 * Returns: a number
 */
int
hf_demo_random_between (HfDemoRandom *self, int lowest, int highest)
{
  return lowest + (int) hf_demo_random_below (self, highest - lowest + 1);
}

/**
 * hf_demo_random_chance:
 * @self: chance
 * @percent: how often
 *
 * Lets something happen so often.
 *
 * Returns: whether it happens
 */
gboolean
hf_demo_random_chance (HfDemoRandom *self, guint percent)
{
  return hf_demo_random_below (self, 100) < percent;
}

/**
 * hf_demo_random_word:
 * @self: chance
 * @words: at least one word
 *
 * Draws one of several words.
 *
 * Returns: (transfer none): the word
 */
const char *
hf_demo_random_word (HfDemoRandom *self, GStrv words)
{
  return words[hf_demo_random_below (self, g_strv_length (words))];
}
