-- A finding is no longer told every week: why one is not told says so.
update reminder set reason = 'told-lately' where reason = 'told-this-week';
