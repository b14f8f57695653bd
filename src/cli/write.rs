//! Files are written whole or not at all.

use std::fs::{self, Metadata};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// Puts `bytes` in the place of the file at `path`: written beside it first, with its permissions, then renamed over it. A link keeps
/// pointing at the file.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        let cause = "it is read-only; allow writing to it";
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, cause));
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    match &old {
        Some(old) => keep_owner(&file, old)?,
        None => open_to_all(&file)?,
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// Gives the new file the permissions of the old one, and its owner where the system lets us.
#[cfg(unix)]
fn keep_owner(file: &NamedTempFile, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt as _;
    // Only root may give a file away; for all others the two are mostly the same.
    let _ = std::os::unix::fs::fchown(file.as_file(), Some(old.uid()), Some(old.gid()));
    file.as_file().set_permissions(old.permissions())
}

#[cfg(not(unix))]
fn keep_owner(file: &NamedTempFile, old: &Metadata) -> io::Result<()> {
    file.as_file().set_permissions(old.permissions())
}

/// Gives a file that was not there the permissions that new files have: a temporary file is for its owner alone.
#[cfg(unix)]
fn open_to_all(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let beside = file.path().with_extension("new");
    let usual = fs::File::create_new(&beside)?.metadata()?.permissions();
    fs::remove_file(&beside)?;
    file.as_file()
        .set_permissions(fs::Permissions::from_mode(usual.mode()))
}

#[cfg(not(unix))]
fn open_to_all(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
