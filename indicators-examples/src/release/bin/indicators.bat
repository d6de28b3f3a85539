@echo off
rem Runs the command line with the Java of JAVA_HOME, or else the one on the path (17 or later).
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem These two options are the fastest for all but large deliveries; leave them out for files of more than some 10 MB.
set "QUICK=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
rem The program writes UTF-8; the console gets its own code page back afterwards.
for /f "tokens=2 delims=:." %%p in ('chcp') do set "PAGE=%%p"
chcp 65001 >nul
"%JAVA%" %QUICK% -jar "%~dp0..\lib\indicators.jar" %*
set "EXIT=%ERRORLEVEL%"
chcp %PAGE% >nul
exit /b %EXIT%
