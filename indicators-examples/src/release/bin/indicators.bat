@echo off
rem Runs the command line with the Java of JAVA_HOME, or else the one on the path (17 or later).
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -jar "%~dp0..\lib\indicators.jar" %*
exit /b %ERRORLEVEL%
