@echo off
rem Runs the command line with the Java of JAVA_HOME, or else the one on the path (17 or later).
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem The program writes UTF-8; the console gets its own code page back afterwards.
for /f "tokens=2 delims=:." %%p in ('chcp') do set "PAGE=%%p"
chcp 65001 >nul
"%JAVA%" -jar "%~dp0..\lib\indicators.jar" %*
set "EXIT=%ERRORLEVEL%"
chcp %PAGE% >nul
exit /b %EXIT%
