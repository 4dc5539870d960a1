-- Lets one of those who wait look again.
wake()
return 1
