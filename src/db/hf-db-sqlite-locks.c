#define _GNU_SOURCE /* F_OFD_SETLK */

#include "config.h"

#include "hf-db-sqlite-locks.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>

#ifdef F_OFD_SETLK

static int
get_own_command (int command)
{
  switch (command)
    {
    case F_GETLK:
      return F_OFD_GETLK;
    case F_SETLK:
      return F_OFD_SETLK;
    case F_SETLKW:
      return F_OFD_SETLKW;
    default:
      return command;
    }
}

/* Where a file system knows no such locks, they are the process's after all. */
static int
lock_file (int file, int command, struct flock *wanted)
{
  struct flock lock = *wanted;
  lock.l_pid = 0;
  int result = fcntl (file, get_own_command (command), &lock);
  if (result != 0 && errno == EINVAL)
    return fcntl (file, command, wanted);
  if (result == 0 && command == F_GETLK)
    *wanted = lock;
  return result;
}

static int
control_file (int file, int command, ...)
{
  va_list arguments;
  va_start (arguments, command);
  int result = get_own_command (command) != command
                   ? lock_file (file, command, va_arg (arguments, struct flock *))
                   : fcntl (file, command, va_arg (arguments, long));
  va_end (arguments);
  return result;
}

#endif

/**
 * hf_db_sqlite_keep_locks:
 *
 * Has SQLite, before it opens a file, keep its locks whatever else this process does with the
 * file. Those it takes by itself are the process's: they go when anybody closes the file, such
 * as the dialog that looks into each file of a folder to tell its kind; another program then
 * takes the database for one that nobody has open.
 */
void
hf_db_sqlite_keep_locks (void)
{
#ifdef F_OFD_SETLK
  sqlite3_vfs *system = sqlite3_vfs_find (NULL);
  if (system != NULL && system->iVersion >= 3)
    system->xSetSystemCall (system, "fcntl", (sqlite3_syscall_ptr) control_file);
#endif
}
