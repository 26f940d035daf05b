-- Who looks every second for what has lost its use, or still stands on a day that has passed, reads what he finds and nothing else.
create index reminder_last_use on reminder (last_use) where state = 'planned';
create index notice_standing on notice (day) where state in ('planned', 'held');
