filedesc://a.arc 0.0.0.0 20310506070809 text/plain 5
1 0 X

http://hillpost.example/a 1.2.3.4 20310506070809 text/html 25
HTTP/1.0 200 OK

<p>Ab
