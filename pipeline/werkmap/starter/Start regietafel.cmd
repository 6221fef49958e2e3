@echo off
rem Dubbelklik op dit bestand: u ziet hoe het met elke vergadering staat, en kiest wat u wilt doen.
chcp 65001 >nul
cd /d "%~dp0"
where regietafel >nul 2>nul
if %errorlevel%==0 (
    regietafel
) else (
    py -m pipeline
)
if errorlevel 1 pause
